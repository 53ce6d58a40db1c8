// SPDX-License-Identifier: Apache-2.0
// The drawings: that a mark stands where its number says, and that undefined draws nothing.
#include "harness/report/svg.h"

#include "harness/report/svg_dose.h"
#include "harness/report/svg_forest.h"
#include "harness/report/svg_interval.h"
#include "harness/report/svg_stack.h"
#include "tests/catch.h"

namespace keur {
namespace {

Measurement measured(double value, double lower, double upper) {
  Measurement m;
  m.value = value;
  m.lower = lower;
  m.upper = upper;
  return m;
}

bool has(const std::string& drawing, const std::string& what) {
  return drawing.find(what) != std::string::npos;
}

std::string picture(const Measurement& m, NumberForm form, bool at_least, double limit,
                    const char* verdict) {
  return svg_interval({m, form, at_least, limit, verdict, "p", "title"});
}

}  // namespace

TEST_CASE("a drawing has a name and, where given, a description") {
  CHECK(begin_drawing("a", 10, 20, "t", "d")
            .starts_with(
                "<svg role=\"img\" aria-labelledby=\"a-title a-desc\" viewBox=\"0 0 10 20\""));
  CHECK(has(begin_drawing("a", 10, 20, "t", ""), "aria-labelledby=\"a-title\""));
}

TEST_CASE("every verdict has a mark of its own shape") {
  CHECK(draw_mark(5, 5, "pass").starts_with("<circle"));
  CHECK(draw_mark(5, 5, "fail").starts_with("<rect"));
  CHECK(has(draw_mark(5, 5, "inconclusive"), "f-paper s-open"));
  CHECK(draw_mark(5, 5, "").starts_with("<path"));
}

// The ideal is drawn at 24 and the limit at 94: 70 for the way between them.
TEST_CASE("the picture of an interval measures from the ideal to the limit") {
  // 5 % of a limit of 10 %: half way, 24 + 35.
  CHECK(has(picture(measured(0.05, 0.04, 0.06), NumberForm::proportion, false, 0.1, "pass"),
            "cx=\"59\""));
  // A ratio starts at 1: 1.25 is half way to 1.5.
  CHECK(has(picture(measured(1.25, 1.2, 1.3), NumberForm::ratio, false, 1.5, "pass"), "cx=\"59\""));
  // Where more is better the ideal is 100 %, so 95 % is half way to 90 % and better lies left.
  CHECK(has(picture(measured(0.95, 0.94, 0.96), NumberForm::proportion, true, 0.9, "pass"),
            "cx=\"59\""));
  // On the limit.
  CHECK(has(picture(measured(0.1, 0.1, 0.1), NumberForm::proportion, false, 0.1, "pass"),
            "cx=\"94\""));
  // A limit of no difference at all has no way to measure by: the interval takes the room there
  // is, 50 to the right of the limit.
  CHECK(has(picture(measured(0, -0.02, 0.02), NumberForm::difference, false, 0, "inconclusive"),
            "M44 11L144 11"));
}

TEST_CASE("a picture shrinks around its limit until the interval fits") {
  // 90 % is 80 points beyond a limit of 10 %; the 50 to the right edge are those 80 points, so
  // 40 % stands at 94 + 50 x 30 / 80 and the ideal at 94 - 50 x 10 / 80.
  const std::string far =
      picture(measured(0.4, 0.2, 0.9), NumberForm::proportion, false, 0.1, "fail");
  CHECK(has(far, "L144 11\""));
  CHECK(has(far, "x=\"108.8\""));  // the square's left side, 4 before 112.75
  CHECK(has(far, "M87.8 15L87.8 20"));
}

TEST_CASE("an infinite end is an arrow out of the picture") {
  Measurement open = measured(0.05, 0.04, 0.06);
  open.upper.reset();
  CHECK(has(picture(open, NumberForm::proportion, false, 0.1, "inconclusive"), "M150 11l-7 -4v8z"));
  // Where more is better, a missing upper end lies on the good side, left.
  open = measured(0.95, 0.94, 0.96);
  open.upper.reset();
  CHECK(has(picture(open, NumberForm::proportion, true, 0.9, "pass"), "M0 11l7 -4v8z"));
}

TEST_CASE("what is undefined is not drawn") {
  const std::string none = picture({}, NumberForm::proportion, false, 0.1, "not_estimable");
  CHECK_FALSE(has(none, "circle"));
  CHECK(has(none, "M94 0L94 22"));  // the limit
}

TEST_CASE("a forest keeps the place of what cannot be estimated") {
  const Measurement known = measured(0.1, 0.08, 0.12), unknown;
  Forest forest{
      "f",
      "t",
      "d",
      {{"group", "", nullptr}, {"a<b", "6 speakers", &known}, {"none", "0 speakers", &unknown}},
      0.1,
      "limit"};
  const std::string drawing = svg_forest(forest);
  CHECK(has(drawing, "a&lt;b"));
  CHECK(has(drawing, "not estimable"));
  // The axis runs to 1.6 x 10 % = 16 %: 304 + 292 x 10 / 16 = 486.5 is estimate and limit.
  CHECK(has(drawing, "M486.5 57.5"));  // the diamond's upper corner, 4.5 above the row's middle, 62
  CHECK(has(drawing, "M486.5 18L486.5 98"));
}

TEST_CASE("a dose line breaks where a condition was not measured") {
  const Measurement known = measured(0.1, 0.08, 0.12), unknown;
  const DosePoint mild{"mild", &known, 0.15, "limit", "pass"}, gap{"gap", &unknown, {}, "", ""},
      hard{"hard", &known, {}, "", ""};
  const auto lines = [](const std::string& drawing) {
    std::size_t count = 0;
    for (auto at = drawing.find("s-soft"); at != std::string::npos;
         at = drawing.find("s-soft", at + 1))
      ++count;
    return count;
  };
  CHECK(lines(svg_dose({"d", "t", "d", {mild, hard}})) == 1);
  CHECK(lines(svg_dose({"d", "t", "d", {mild, gap, hard}})) == 0);
  CHECK(has(svg_dose({"d", "t", "d", {mild, gap}}), "not estimable"));
}

// One panel from 170 to 760, of which 52 are kept for the sum: 538 for the largest.
TEST_CASE("the parts of a bar stand end to end, each as long as its number, and the sum behind them") {
  Stack stack{"s", "title", "", {}, {}};
  stack.panels = {{"words", {{"replaced", "vervangen", "soft"}, {"lost", "weg", "fail"}}}};
  stack.rows = {{"all", {{0.1, 0.1}}}, {"group", {}}, {"<b>", {{0.05, std::nullopt}}},
                {"none", {{0.0, 0.0}}}};
  const std::string drawing = svg_stack(stack);
  CHECK(has(drawing, "replaced"));
  CHECK(has(drawing, "vervangen"));
  CHECK(has(drawing, "<rect x=\"170\" y=\"65\" width=\"269\" height=\"14\""));
  CHECK(has(drawing, "<rect x=\"439\" y=\"67.5\" width=\"269\" height=\"9\""));
  CHECK(has(drawing, "20.0%"));
  CHECK(has(drawing, "not estimable"));  // a part that is unknown leaves no sum
  CHECK(has(drawing, "&lt;b&gt;"));
  CHECK(has(drawing, "0.0%"));
  // Two in the key and two in the one bar.
  std::size_t boxes = 0;
  for (auto at = drawing.find("<rect"); at != std::string::npos; at = drawing.find("<rect", at + 1))
    ++boxes;
  CHECK(boxes == 4);
}

}  // namespace keur
