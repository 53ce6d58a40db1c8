// SPDX-License-Identifier: Apache-2.0
// The pen of the terminal page: lines in a style, data made safe, colour after measuring.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "harness/report/page_text.h"
#include "harness/report/verdict_words.h"

namespace keur {

class TextPage {
 public:
  explicit TextPage(const TextStyle& style);

  int width() const { return style_.width; }
  std::string_view dash() const { return style_.unicode ? "\u2013" : "to"; }
  std::string_view dot() const { return style_.unicode ? " \u00B7 " : ", "; }
  std::string_view gap() const { return style_.unicode ? "\u2026" : ".."; }

  // Data for the terminal: controls visible, and beyond ASCII too where the style asks for it.
  std::string safe(std::string_view data) const;
  // ✓ pass
  std::string said(const VerdictWords& words) const;
  // `text` in the colour of a verdict, bold or dim; unchanged without colour.
  std::string in_colour_of(const VerdictWords& words, std::string_view text) const;
  std::string bold(std::string_view text) const;
  std::string dim(std::string_view text) const;

  // One line, ending in a line break; trailing spaces go.
  void line(std::string_view text = {});
  // Wrapped to the width, every line indented, further lines by `hang` more.
  void paragraph(std::string_view text, int indent = 0, int hang = 0);

  std::string take() { return std::move(out_); }

 private:
  std::string painted(std::string_view code, std::string_view text) const;

  TextStyle style_;
  std::string out_;
};

// The tables; text_gates.cc, text_measures.cc and text_cases.cc.
void print_gates(TextPage& page, const Report& report);
void print_measures(TextPage& page, const Report& report);
void print_cases(TextPage& page, const Report& report);

}  // namespace keur
