// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_dose.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "harness/report/escape_markup.h"
#include "harness/report/format_number.h"
#include "harness/report/html_parts.h"
#include "harness/report/svg.h"
#include "harness/report/svg_axis.h"
#include "harness/report/text_layout.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

constexpr double width = 760, height = 340, left = 56, right = 740, top = 16, floor_at = 296;
constexpr double longest_limit = 112, limit_right = 24;
constexpr int longest_label = 18;

double top_of_axis(const Dose& dose) {
  double high = 0;
  for (const DosePoint& point : dose.points) {
    high = std::max(high, point.limit.value_or(0) * 1.15);
    if (!point.measurement) continue;
    high = std::max({high, point.measurement->value.value_or(0) * 1.15,
                     point.measurement->upper.value_or(0) * 1.05});
  }
  return high > 0 ? high : 0.01;
}

// To the left of its condition, short of the one before it.
std::string draw_limit(const DosePoint& point, double x, const Axis& axis, double step) {
  if (!point.limit) return {};
  const double y = axis.at(*point.limit), from = x - std::min(longest_limit, step * 0.45);
  return draw_line(from, y, x + limit_right, y, {"ink", 1.4, "5 3"});
}

std::string draw_point(const DosePoint& point, double x, const Axis& axis) {
  if (!point.measurement || !point.measurement->value)
    return draw_text(x, floor_at - 24, Align::middle, "none", "not estimable") +
           draw_text(x, floor_at - 8, Align::middle, "none", "niet te schatten");
  std::string out;
  const Measurement& measured = *point.measurement;
  const std::string_view ink = point.verdict.empty() ? "mark" : words_of(point.verdict).style;
  if (measured.lower || measured.upper) {
    const double low = axis.at(std::max(measured.lower.value_or(0), 0.0));
    // Without an upper end the line runs out of the drawing.
    const double high = measured.upper ? axis.at(*measured.upper) : 0;
    out += draw_line(x, low, x, high, {ink, 2});
    out += draw_line(x - 5, low, x + 5, low, {ink, 2});
    if (measured.upper) out += draw_line(x - 5, high, x + 5, high, {ink, 2});
  }
  return out + draw_mark(x, axis.at(*measured.value), point.verdict);
}

// Labels come last, on top of every line: the limit left of its condition, the value right of it.
std::string draw_labels(const DosePoint& point, double x, const Axis& axis) {
  std::string out;
  if (point.limit)
    out += draw_label(x - 9, axis.at(*point.limit) - 6, Align::right, point.limit_label, 12);
  if (point.measurement && point.measurement->value)
    out += draw_label(x + 11, axis.at(*point.measurement->value) + 4.5, Align::left,
                      typeset(format_value(*point.measurement->value, NumberForm::proportion)), 13,
                      true);
  const std::string label = escape_markup(elide_middle(point.label, longest_label, "\u2026"));
  return out + draw_text(x, floor_at + 22, Align::middle, "ink", label);
}

}  // namespace

std::string svg_dose(const Dose& dose) {
  const double high = top_of_axis(dose);
  const Axis axis{0, high, floor_at, top};
  std::string out = begin_drawing(dose.id, width, height, dose.title, dose.description);
  for (const double percent : ticks(0, high * 100, 6)) {
    const double y = axis.at(percent / 100);
    out += draw_line(left, y, right, y, {"line", 1});
    out += draw_text(left - 8, y + 4, Align::right, "soft", fmt::format("{:g}%", percent), 12);
  }
  const double step = (right - left) / static_cast<double>(dose.points.size());
  const auto place = [&](std::size_t i) { return left + step * (static_cast<double>(i) + 0.5); };
  for (std::size_t i = 1; i < dose.points.size(); ++i) {
    const Measurement* before = dose.points[i - 1].measurement;
    const Measurement* here = dose.points[i].measurement;
    if (!before || !here || !before->value || !here->value) continue;
    out += draw_line(place(i - 1), axis.at(*before->value), place(i), axis.at(*here->value),
                     {"soft", 1.2});
  }
  for (std::size_t i = 0; i < dose.points.size(); ++i) {
    out += draw_limit(dose.points[i], place(i), axis, step);
    out += draw_point(dose.points[i], place(i), axis);
  }
  for (std::size_t i = 0; i < dose.points.size(); ++i)
    out += draw_labels(dose.points[i], place(i), axis);
  return out + end_drawing();
}

}  // namespace keur
