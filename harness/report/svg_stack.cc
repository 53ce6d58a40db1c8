// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/svg.h"
#include "harness/report/svg_axis.h"
#include "harness/report/text_layout.h"

namespace keur {
namespace {

constexpr double width = 760, row_height = 24, top = 60, bottom = 28;
constexpr double plots_from = 170, gap = 44, room_for_sum = 52, indent = 14;
constexpr int longest_label = 22;

constexpr double heights[] = {14, 9, 5};

std::optional<double> sum(const std::vector<std::optional<double>>& parts) {
  double all = 0;
  for (const auto& part : parts) {
    if (!part) return std::nullopt;
    all += *part;
  }
  return all;
}

std::string draw_key(const StackPanel& panel, double x) {
  std::string out = draw_text(x, 12, Align::left, "ink", panel.title, 13, true);
  for (std::size_t i = 0; i < std::min(panel.parts.size(), std::size(heights)); ++i) {
    out += draw_box(x, 29 - heights[i] / 2, 12, heights[i], panel.parts[i].colour);
    out += draw_text(x + 17, 33, Align::left, "ink", panel.parts[i].title, 12);
    out += draw_text(x + 17, 48, Align::left, "soft", panel.parts[i].titel, 12);
    // Wide enough for the longest character of the face at this size.
    x += 28 + 6.3 * std::max(display_width(panel.parts[i].title),
                             display_width(panel.parts[i].titel));
  }
  return out;
}

class Panel {
 public:
  Panel(const Stack& stack, std::size_t number, double from, double to)
      : parts_(stack.panels[number].parts), number_(number) {
    double high = 0;
    for (const StackRow& row : stack.rows)
      if (number < row.panels.size()) high = std::max(high, sum(row.panels[number]).value_or(0));
    axis_ = {0, high > 0 ? high : 0.01, from, to - room_for_sum};
  }

  std::string draw_grid(double end) const {
    std::string out;
    for (const double percent : ticks(0, axis_.high * 100, 4)) {
      const double x = axis_.at(percent / 100);
      out += draw_line(x, top, x, end, {"line", 1});
      out += draw_text(x, end + 18, Align::middle, "soft", fmt::format("{:g}%", percent), 12);
    }
    return out;
  }

  std::string draw_row(const StackRow& row, double y) const {
    if (number_ >= row.panels.size()) return {};
    const auto& parts = row.panels[number_];
    const auto all = sum(parts);
    if (!all) return draw_text(axis_.from, y + 4.5, Align::left, "none",
                     "not estimable \u00B7 niet te schatten");
    std::string out;
    double reached = 0;
    for (std::size_t i = 0; i < std::min({parts.size(), parts_.size(), std::size(heights)}); ++i) {
      const double from = axis_.at(reached), to = axis_.at(reached + *parts[i]);
      if (to > from)
        out += draw_box(from, y - heights[i] / 2, to - from, heights[i], parts_[i].colour);
      reached += *parts[i];
    }
    return out + draw_text(axis_.at(*all) + 6, y + 4.5, Align::left, "ink",
                           typeset(format_value(*all, NumberForm::proportion)));
  }

 private:
  const std::vector<StackPart>& parts_;
  std::size_t number_;
  Axis axis_{};
};

}  // namespace

std::string svg_stack(const Stack& stack) {
  const double end = top + row_height * static_cast<double>(stack.rows.size());
  std::string out = begin_drawing(stack.id, width, end + bottom, stack.title, stack.description);
  const auto count = static_cast<double>(std::max<std::size_t>(1, stack.panels.size()));
  const double each = (width - plots_from - gap * (count - 1)) / count;
  double from = plots_from;
  for (std::size_t i = 0; i < stack.panels.size(); ++i, from += each + gap) {
    const Panel panel(stack, i, from, from + each);
    out += draw_key(stack.panels[i], from) + panel.draw_grid(end);
    double y = top + row_height / 2;
    for (const StackRow& row : stack.rows) {
      out += panel.draw_row(row, y);
      y += row_height;
    }
  }
  double y = top + row_height / 2;
  for (const StackRow& row : stack.rows) {
    const bool heading = row.panels.empty();
    out += draw_text(heading ? 0 : indent, y + 4.5, Align::left, "ink",
                     escape_markup(elide_middle(row.label, longest_label, "\u2026")), 13, heading);
    y += row_height;
  }
  return out + end_drawing();
}

}  // namespace keur
