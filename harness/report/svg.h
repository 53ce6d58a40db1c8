// SPDX-License-Identifier: Apache-2.0
// Pieces of a drawing. Colour and size stand in attributes, which no content security policy
// blocks; the class beside them lets the style sheet recolour for dark screens. Text handed in is
// markup: escape data first.
#pragma once
#include <string>
#include <string_view>

namespace keur {

struct Pen {
  std::string_view colour = "ink";  // a name in the palette
  double width = 1;
  std::string_view dash = {};  // 4 3
};

// The opening tag with an accessible name and description; `id` must be unique in the page and
// plain (letters, digits, -). An empty description is left out. `end_drawing` closes it.
std::string begin_drawing(std::string_view id, double width, double height, std::string_view title,
                          std::string_view description);
std::string end_drawing();

std::string draw_line(double x1, double y1, double x2, double y2, const Pen& pen);
std::string draw_box(double x, double y, double width, double height, std::string_view colour);

enum class Align { left, middle, right };
std::string draw_text(double x, double y, Align align, std::string_view colour,
                      std::string_view text, double size = 13, bool bold = false);
// Text over lines, with a rim of paper so that it stays readable.
std::string draw_label(double x, double y, Align align, std::string_view text, double size = 13,
                       bool bold = false);

// The mark of a verdict, distinct without colour: pass a disc, fail a square, inconclusive a ring,
// anything else (no verdict) a diamond in `mark`.
std::string draw_mark(double x, double y, std::string_view verdict);

// A point that says where an interval leaves the drawing.
std::string draw_arrow(double x, double y, bool to_right, std::string_view colour);

}  // namespace keur
