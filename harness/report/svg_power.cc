// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_power.h"

#include <fmt/format.h>

#include "harness/report/escape_markup.h"
#include "harness/report/html_parts.h"
#include "harness/report/plan_words.h"
#include "harness/report/svg.h"
#include "harness/report/svg_axis.h"

namespace keur {
namespace {

constexpr double width = 760, height = 260, left = 56, right = 736, top = 26, floor_at = 210;

// Where power is reached, a line from there to the axis and how many it takes.
std::string draw_needed(std::int64_t clusters, double power, const Axis& across, const Axis& up) {
  const double x = across.at(static_cast<double>(clusters)), y = up.at(power);
  return draw_line(x, y, x, floor_at, {"soft", 1, "2 3"}) +
         draw_label(x + 5, y + 15, Align::left, fmt::format("{}", clusters), 12);
}

}  // namespace

std::string svg_power(const PlanRow& row, std::string_view id, std::string_view title,
                      std::string_view description) {
  const auto last = static_cast<double>(row.curve.back().clusters);
  const Axis across{0, last, left, right}, up{0, 1, floor_at, top};
  std::string out = begin_drawing(id, width, height, title, description);
  for (const double percent : {0.0, 20.0, 40.0, 60.0, 80.0, 90.0, 100.0}) {
    const bool mark = percent == 80 || percent == 90;
    const double y = up.at(percent / 100);
    out += draw_line(left, y, right, y, {mark ? "soft" : "line", 1, mark ? "5 3" : ""});
    out += draw_text(left - 8, y + 4, Align::right, "soft", fmt::format("{:g}%", percent), 12);
  }
  for (const double clusters : ticks(0, last, 9)) {
    if (clusters != static_cast<double>(static_cast<long>(clusters))) continue;
    const double x = across.at(clusters);
    out += draw_line(x, floor_at, x, floor_at + 5, {"soft", 1});
    out += draw_text(x, floor_at + 19, Align::middle, "soft", fmt::format("{:g}", clusters), 12);
  }
  out += draw_text((left + right) / 2, floor_at + 40, Align::middle, "ink",
                   escape_markup(row.cluster_kind) + " \u00B7 " +
                       escape_markup(clusters_in_dutch(row.cluster_kind)));
  for (std::size_t i = 1; i < row.curve.size(); ++i) {
    const PlanPoint &from = row.curve[i - 1], &to = row.curve[i];
    out += draw_line(across.at(static_cast<double>(from.clusters)), up.at(from.power),
                     across.at(static_cast<double>(to.clusters)), up.at(to.power), {"mark", 2.4});
  }
  const auto planned = static_cast<double>(row.clusters);
  const double x = across.at(planned);
  const bool far_right = x > right - 150;
  out += draw_line(x, top - 8, x, floor_at, {"ink", 1.4});
  if (row.needed_80 && static_cast<double>(*row.needed_80) <= last)
    out += draw_needed(*row.needed_80, 0.8, across, up);
  if (row.needed_90 && static_cast<double>(*row.needed_90) <= last &&
      (!row.needed_80 || across.at(static_cast<double>(*row.needed_90)) -
                                 across.at(static_cast<double>(*row.needed_80)) >
                             24))
    out += draw_needed(*row.needed_90, 0.9, across, up);
  out += draw_mark(x, up.at(row.power), "");
  out += draw_label(x + (far_right ? -6 : 6), top - 12, far_right ? Align::right : Align::left,
                    fmt::format("planned \u00B7 gepland {}: {}", row.clusters,
                                escape_markup(power_words(row.power))),
                    12, true);
  return out + end_drawing();
}

}  // namespace keur
