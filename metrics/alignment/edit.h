// SPDX-License-Identifier: Apache-2.0
// One step of a way from a reference to an output.
#pragma once
#include <cstdint>
#include <span>

namespace keur {

enum class Edit : unsigned char { match, substitute, remove, insert };

// Numbers that stand for words or code points: equal ones, equal numbers.
using SymbolView = std::span<const std::uint32_t>;

}  // namespace keur
