// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg_axis.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("ticks are round numbers, not too many") {
  using Values = std::vector<double>;
  CHECK(ticks(0, 10, 6) == Values{0, 2, 4, 6, 8, 10});
  CHECK(ticks(0, 10, 11) == Values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(ticks(0, 23.7, 6) == Values{0, 5, 10, 15, 20});
  CHECK(ticks(-3, 7, 6) == Values{-2, 0, 2, 4, 6});
  CHECK(ticks(0.2, 0.9, 3) == Values{0.5});  // a step of 0.2 gives four
  CHECK(ticks(0, 1000, 3) == Values{0, 500, 1000});
}

TEST_CASE("a scale maps its ends and runs either way") {
  const Axis down{0, 50, 200, 0};
  CHECK(down.at(0) == 200);
  CHECK(down.at(50) == 0);
  CHECK(down.at(25) == 100);
}

TEST_CASE("coordinates are short") {
  CHECK(px(12) == "12");
  CHECK(px(12.34) == "12.3");
  CHECK(px(-0.01) == "0");
}

}  // namespace keur
