// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_interval.h"

#include <cmath>

#include "harness/report/svg.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

constexpr double width = 150, height = 22, middle = 11;
constexpr double ideal_at = 24, limit_at = 94, left_edge = 6, right_edge = 144;

double ideal_of(const IntervalPicture& picture) {
  if (picture.form == NumberForm::ratio) return 1;
  return picture.form == NumberForm::proportion && picture.at_least ? 1 : 0;
}

// Where a value is drawn. As a rule the ideal is at `ideal_at`; a row that reaches far beyond the
// limit or the ideal is drawn smaller, around its limit, until all of it fits.
class Ruler {
 public:
  explicit Ruler(const IntervalPicture& picture) : limit_(picture.limit) {
    const double way = picture.limit - ideal_of(picture);
    const bool ideal_is_within = picture.at_least ? way < 0 : way > 0;
    shows_ideal_ = ideal_is_within;
    step_ = ideal_is_within ? (limit_at - ideal_at) / way : (picture.at_least ? -1e9 : 1e9);
    const Measurement& m = picture.measurement;
    for (const auto& value : {m.value, m.lower, m.upper})
      if (value) fit(*value - limit_);
  }

  double at(double value) const { return limit_at + (value - limit_) * step_; }
  bool shows_ideal() const { return shows_ideal_; }

 private:
  void fit(double beyond_limit) {
    const double place = beyond_limit * step_;
    const double room = place > 0 ? right_edge - limit_at : limit_at - left_edge;
    if (std::fabs(place) > room) step_ *= room / std::fabs(place);
  }

  double limit_;
  double step_;  // per unit of the value; negative where more is better
  bool shows_ideal_;
};

// An end that is infinite is an arrow out of the frame.
std::string draw_interval(const IntervalPicture& picture, const Ruler& ruler) {
  const std::string_view ink = words_of(picture.verdict).style;
  const auto place = [&](std::optional<double> bound, bool low) {
    if (bound) return ruler.at(*bound);
    return low == picture.at_least ? width : 0;
  };
  const double lower = place(picture.measurement.lower, true);
  const double upper = place(picture.measurement.upper, false);
  std::string out = draw_line(lower, middle, upper, middle, {ink, 2});
  for (const double end : {lower, upper})
    out += end <= 0 || end >= width ? draw_arrow(end, middle, end > 0, ink)
                                    : draw_line(end, middle - 3, end, middle + 3, {ink, 2});
  return out;
}

}  // namespace

std::string svg_interval(const IntervalPicture& picture) {
  const Measurement& measured = picture.measurement;
  const Ruler ruler(picture);

  std::string out = begin_drawing(picture.id, width, height, picture.title, "");
  out += draw_box(0, 2, limit_at, height - 4, "zone");
  if (ruler.shows_ideal()) {
    const double ideal = ruler.at(ideal_of(picture));
    out += draw_line(ideal, height - 7, ideal, height - 2, {"soft", 1.2});
  }
  out += draw_line(limit_at, 0, limit_at, height, {"ink", 1.5});
  if (measured.lower || measured.upper) out += draw_interval(picture, ruler);
  if (measured.value) out += draw_mark(ruler.at(*measured.value), middle, picture.verdict);
  return out + end_drawing();
}

}  // namespace keur
