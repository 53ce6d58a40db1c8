// SPDX-License-Identifier: Apache-2.0
// What a rate is made of, row by row: one bar of parts, end to end.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

struct StackRow {
  std::string label;  // data; escaped and shortened here
  // For each panel the parts, proportions from left to right; no panels: a heading. nullopt: not
  // estimable.
  std::vector<std::vector<std::optional<double>>> panels;
};

struct StackPart {
  std::string title, titel;  // markup, for the key: English, and Dutch below it
  std::string_view colour;   // a name in the palette
};

struct StackPanel {
  std::string title;             // markup
  std::vector<StackPart> parts;  // at most three
};

struct Stack {
  std::string id, title, description;  // id plain; the others markup
  std::vector<StackPanel> panels;      // one or two, side by side, each with a scale of its own
  std::vector<StackRow> rows;
};

// The parts differ in height as well as in colour, so that the drawing survives a grey printer; the
// sum stands at the end of each bar.
std::string svg_stack(const Stack& stack);

}  // namespace keur
