// SPDX-License-Identifier: Apache-2.0
// Formats are known by a name or by the ending of a file.
#pragma once
#include <span>
#include <string_view>

namespace keur {

// The format of that name or, when it is empty, the one with the longest ending that fits `path`;
// nullptr when there is none.
template <typename Format>
const Format* find_by_name_or_ending(std::span<const Format* const> formats, std::string_view name,
                                     std::string_view path) {
  const Format* found = nullptr;
  std::size_t longest = 0;
  for (const Format* format : formats) {
    if (!name.empty()) {
      if (format->id == name) return format;
      continue;
    }
    std::string_view endings = format->endings;
    while (!endings.empty()) {
      const std::size_t space = endings.find(' ');
      const std::string_view ending = endings.substr(0, space);
      if (ending.size() > longest && path.ends_with(ending)) {
        found = format;
        longest = ending.size();
      }
      endings = space == std::string_view::npos ? "" : endings.substr(space + 1);
    }
  }
  return found;
}

}  // namespace keur
