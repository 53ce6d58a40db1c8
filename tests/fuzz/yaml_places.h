// SPDX-License-Identifier: Apache-2.0
// Problems of a YAML file lie inside it, and can be shown on a terminal.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "harness/cli/show_diagnostics.h"
#include "tests/fuzz/target.h"

namespace keur {

inline void check_yaml_problems(const Diagnostics& problems, const std::string& path,
                                std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);  // places do not count it
  for (const Diagnostic& problem : problems) {
    hold(problem.span.file == path, problem.code + ": in another file");
    hold(!problem.message.empty() && !problem.code.empty(), "a problem without words");
    std::string_view rest = text, line;
    std::size_t number = 0;
    while (number < problem.span.line && (!rest.empty() || number == 0)) {
      line = take_line(rest);
      ++number;
    }
    // The line behind a last line break is where something is missing.
    hold(problem.span.line <= number + (text.ends_with('\n') ? 1 : 0),
         problem.code + ": behind the last line");
    if (problem.span.line > number) line = "";
    hold(problem.span.column <= line.size() + 1, problem.code + ": behind the end of its line");
    hold(problem.span.line > 0 || problem.span.column == 0, problem.code + ": a column of no line");
  }
  const std::string shown = show_diagnostics(problems, {{path, text}}, Terminal{});
  // What is on the screen must not steer it.
  hold(std::none_of(shown.begin(), shown.end(),
                    [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7F'; }),
       "a control character is shown");
}

}  // namespace keur
