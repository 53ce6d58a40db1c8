// SPDX-License-Identifier: Apache-2.0
// A fuzz target: a function over any bytes, and properties that hold for all of them. One file a
// target: target_<name>.cc defines `const Target& target_<name>()`; CMake finds it by that name.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

std::span<const Target* const> all_targets();

// Ends the program, as a sanitizer would, where a property does not hold.
inline void hold(bool property, const std::string& sentence) {
  if (property) return;
  std::fprintf(stderr, "does not hold: %s\n", sentence.c_str());
  std::abort();
}

// The bytes up to the next line break, which goes too.
inline std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  bytes = end == std::string_view::npos ? "" : bytes.substr(end + 1);
  return line;
}

// What stands between blanks, at most so many words.
inline std::vector<std::string_view> cut(std::string_view line, std::size_t most) {
  std::vector<std::string_view> words;
  while (words.size() < most) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (line.empty()) break;
    const std::size_t end = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

}  // namespace keur
