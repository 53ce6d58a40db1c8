// SPDX-License-Identifier: Apache-2.0
#include "harness/data/bad_bytes.h"

#include <algorithm>

#include "metrics/core/utf8.h"

namespace keur {

std::optional<Fault> bad_bytes(std::string_view bytes) {
  const auto lines_before = [&](std::size_t position) {
    return static_cast<std::size_t>(
        std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
  };
  if (const auto bad = first_invalid_utf8(bytes))
    return Fault{"data-utf8", "this is not valid UTF-8",
                 "convert the file to UTF-8: iconv -f windows-1252 -t utf-8", lines_before(*bad),
                 0};
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
    return Fault{"data-nul", "there is a NUL byte in this line",
                 "if the file is UTF-16, convert it: iconv -f utf-16 -t utf-8", lines_before(nul),
                 0};
  return std::nullopt;
}

}  // namespace keur
