// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "harness/report/html_sections.h"

namespace keur {
namespace {

// What a reader of the file can be made to load or run: nothing.
constexpr std::string_view policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; img-src data:\">";

}  // namespace

std::string html_page(std::string_view title, std::string_view head, std::string_view content) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{}\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n"
      "<style>\n{}</style>\n</head>\n<body>\n{}<main>\n{}</main>\n</body>\n</html>\n",
      policy, title, html_style(), head, content);
}

}  // namespace keur
