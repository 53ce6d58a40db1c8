// SPDX-License-Identifier: Apache-2.0
#include "harness/data/format.h"

namespace keur {

const Format* find_format(std::string_view name, std::string_view path) {
  for (const Format* format : all_formats()) {
    if (!name.empty()) {
      if (format->id == name) return format;
      continue;
    }
    std::string_view endings = format->endings;
    while (!endings.empty()) {
      const std::size_t space = endings.find(' ');
      if (path.ends_with(endings.substr(0, space))) return format;
      endings = space == std::string_view::npos ? "" : endings.substr(space + 1);
    }
  }
  return nullptr;
}

}  // namespace keur
