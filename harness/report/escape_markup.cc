// SPDX-License-Identifier: Apache-2.0
#include "harness/report/escape_markup.h"

#include <fmt/format.h>

#include <iterator>

#include "harness/seal/escape.h"

namespace keur {

std::string escape_markup(std::string_view text) {
  const std::string plain = escape_untrusted(text);
  std::string safe;
  safe.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    switch (plain[i]) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += plain[i];
    }
  }
  for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = safe.find(forbidden); at != std::string::npos; at = safe.find(forbidden, at))
      safe.replace(at, forbidden.size(), "\xEF\xBF\xBD");
  return safe;
}

std::string escape_lines(std::string_view text) {
  std::string safe;
  for (;;) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    safe += escape_markup(line);
    if (end == std::string_view::npos) return safe;
    safe += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string anchor(std::string_view prefix, std::string_view name) {
  std::string id(prefix);
  id += '-';
  for (const char byte : name) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
    if (plain)
      id += byte;
    else
      fmt::format_to(std::back_inserter(id), "_{:02x}", static_cast<unsigned char>(byte));
  }
  return id;
}

}  // namespace keur
