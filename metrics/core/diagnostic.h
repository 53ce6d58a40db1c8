// SPDX-License-Identifier: Apache-2.0
// What is wrong in a file a user gave us, and where. Diagnostics are collected and shown together;
// they are never thrown.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace keur {

// A place in a file. Lines and columns count from 1; 0 means the whole file or the whole line.
// `column` and `length` count bytes; the renderer turns them into display columns.
struct Span {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t length = 0;
};

enum class Severity { error, warning };

struct Diagnostic {
  std::string code;  // stable, kebab-case: suite-unknown-key
  Severity severity = Severity::error;
  Span span;
  std::string message;  // what is wrong; lower case, no full stop
  std::string label;    // why, at the caret; may be empty
  std::string hint;     // what to do; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace keur
