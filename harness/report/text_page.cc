// SPDX-License-Identifier: Apache-2.0
#include "harness/report/text_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "harness/report/text_layout.h"
#include "harness/seal/escape.h"
#include "metrics/core/utf8.h"

namespace keur {

TextPage::TextPage(const TextStyle& style) : style_(style) {
  style_.width = std::max(style.width, 40);
}

std::string TextPage::safe(std::string_view data) const {
  std::string text = escape_untrusted(data);
  if (style_.unicode) return text;
  std::string ascii;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    const std::size_t length = point ? point->length : 1;
    if (length == 1)
      ascii += text[at];
    else
      fmt::format_to(std::back_inserter(ascii), "\\u{{{:04X}}}",
                     static_cast<unsigned>(point->value));
    at += length;
  }
  return ascii;
}

std::string TextPage::said(const VerdictWords& words) const {
  return fmt::format("{} {}", style_.unicode ? words.symbol : words.ascii, words.word);
}

std::string TextPage::in_colour_of(const VerdictWords& words, std::string_view text) const {
  if (words.style == "pass") return painted("32", text);
  if (words.style == "fail") return painted("31", text);
  if (words.style == "open") return painted("33", text);
  return painted("2", text);
}

std::string TextPage::bold(std::string_view text) const { return painted("1", text); }
std::string TextPage::dim(std::string_view text) const { return painted("2", text); }

std::string TextPage::painted(std::string_view code, std::string_view text) const {
  if (!style_.colour || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

void TextPage::line(std::string_view text) {
  const auto end = text.find_last_not_of(' ');
  if (end != std::string_view::npos) out_ += text.substr(0, end + 1);
  out_ += '\n';
}

void TextPage::paragraph(std::string_view text, int indent, int hang) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const std::string& wrapped : wrap(text, width() - indent, hang)) line(margin + wrapped);
}

}  // namespace keur
