// SPDX-License-Identifier: Apache-2.0
// A small, strict reader of markup for the tests: what it accepts is well-formed.
#pragma once
#include <string>
#include <string_view>

namespace keur {

enum class Markup { html, xml };

// Empty when every element is closed in order, every attribute is quoted and given once per tag,
// every reference is one we write, no bare < > & or control character stands in the text and no
// id is used twice. In HTML only elements and attributes that load nothing and run nothing are
// known. Otherwise the first problem.
std::string markup_problem(std::string_view page, Markup kind);

}  // namespace keur
