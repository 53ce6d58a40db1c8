// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_forest.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/svg.h"
#include "harness/report/svg_axis.h"
#include "harness/report/text_layout.h"

namespace keur {
namespace {

constexpr double width = 760, row_height = 24, top = 26, bottom = 30;
constexpr double label_at = 0, indent = 14, remark_at = 286, plot_from = 304, plot_to = 596,
                 value_at = 612;
constexpr int longest_label = 24, longest_heading = 60;

// Wide enough for every estimate and the line with room to spare; intervals may leave the frame.
double top_of_axis(const Forest& forest) {
  double needed = forest.line.value_or(0) * 1.2;
  double widest = 0;
  for (const ForestRow& row : forest.rows) {
    if (!row.measurement) continue;
    needed = std::max(needed, row.measurement->value.value_or(0) * 1.6);
    widest = std::max(widest, row.measurement->upper.value_or(0) * 1.05);
  }
  const double high = std::max(needed, std::min(widest, needed * 1.5));
  return high > 0 ? high : 0.01;
}

std::string draw_measurement(const Measurement& measured, const Axis& scale, double y) {
  std::string out;
  if (!measured.value) return draw_text(plot_from, y + 4.5, Align::left, "none",
                     "not estimable \u00B7 niet te schatten");
  if (measured.lower || measured.upper) {
    const double from = scale.at(std::max(measured.lower.value_or(scale.low), scale.low));
    const bool cut = !measured.upper || *measured.upper > scale.high;
    const double to = cut ? scale.to : scale.at(*measured.upper);
    out += draw_line(from, y, to, y, {"mark", 1.8});
    out += draw_line(from, y - 4, from, y + 4, {"mark", 1.8});
    out +=
        cut ? draw_arrow(to + 4, y, true, "mark") : draw_line(to, y - 4, to, y + 4, {"mark", 1.8});
  }
  out += draw_mark(scale.at(*measured.value), y, "");
  std::string text = format_value(*measured.value, NumberForm::proportion);
  if (const auto interval = format_interval(measured, NumberForm::proportion, "\u2013"))
    text += " (" + *interval + ")";
  return out + draw_text(value_at, y + 4.5, Align::left, "ink", typeset(text));
}

}  // namespace

std::string svg_forest(const Forest& forest) {
  const double high = top_of_axis(forest);
  const double end = top + row_height * static_cast<double>(forest.rows.size());
  const Axis scale{0, high, plot_from, plot_to};
  std::string out = begin_drawing(forest.id, width, end + bottom, forest.title, forest.description);
  for (const double percent : ticks(0, high * 100, 7)) {
    const double x = scale.at(percent / 100);
    out += draw_line(x, top, x, end, {"line", 1});
    out += draw_text(x, end + 18, Align::middle, "soft", fmt::format("{:g}%", percent), 12);
  }
  if (forest.line) {
    const double x = scale.at(*forest.line);
    out += draw_line(x, top - 8, x, end, {"ink", 1.2, "5 3"});
    out += draw_text(x, top - 12, Align::middle, "ink", forest.line_label, 12);
  }
  double y = top + row_height / 2;
  for (const ForestRow& row : forest.rows) {
    const int longest = row.measurement ? longest_label : longest_heading;
    const std::string label = escape_markup(elide_middle(row.label, longest, "\u2026"));
    if (!row.measurement) {
      out += draw_text(label_at, y + 4.5, Align::left, "ink", label, 13, true);
    } else {
      out += draw_text(label_at + indent, y + 4.5, Align::left, "ink", label);
      out += draw_text(remark_at, y + 4.5, Align::right, "soft", row.remark, 12);
      out += draw_measurement(*row.measurement, scale, y);
    }
    y += row_height;
  }
  return out + end_drawing();
}

}  // namespace keur
