// SPDX-License-Identifier: Apache-2.0
#include "harness/report/format_number.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("a number is shown with its unit") {
  struct Row {
    double value;
    NumberForm form;
    std::string expected;
  };
  const Row rows[] = {
      {0.118, NumberForm::proportion, "11.8%"},
      {1.143, NumberForm::proportion, "114.3%"},  // word error rate can exceed 1
      {0, NumberForm::proportion, "0.0%"},
      {-0.0, NumberForm::proportion, "0.0%"},
      {0.0043, NumberForm::proportion, "0.43%"},  // two significant digits
      {0.000043, NumberForm::proportion, "0.0043%"},
      {0.01, NumberForm::proportion, "1.0%"},
      {0.012, NumberForm::difference, "+1.2 points"},
      {-0.006, NumberForm::difference, "-0.6 points"},
      {0.0004, NumberForm::difference, "+0.04 points"},
      {0, NumberForm::difference, "0.0 points"},
      {-1e-15, NumberForm::difference, "0.00000000 points"},  // the digits end; no sign on a zero
      {1.521, NumberForm::ratio, "1.52x"},
      {2, NumberForm::ratio, "2.00x"},
      {0.043, NumberForm::ratio, "0.043x"},
      {4e9, NumberForm::ratio, "4e+09x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value, row.expected);
    CHECK(format_value(row.value, row.form) == row.expected);
  }
}

TEST_CASE("rounding never moves a number onto the limit") {
  // 10.04 % would read 10.0 % beside a limit of 10 %: as if it were met.
  CHECK(format_value(0.1004, NumberForm::proportion, 0.10) == "10.04%");
  CHECK(format_value(0.09996, NumberForm::proportion, 0.10) == "9.996%");
  CHECK(format_value(0.03004, NumberForm::difference, 0.03) == "+3.004 points");
  CHECK(format_value(1.5004, NumberForm::ratio, 1.5) == "1.5004x");
  CHECK(format_value(0.10, NumberForm::proportion, 0.10) == "10.0%");
  CHECK(format_value(0.0712, NumberForm::proportion, 0.10) == "7.1%");
}

TEST_CASE("an interval has two ends, of which one may be infinite") {
  Measurement measurement;
  CHECK_FALSE(format_interval(measurement, NumberForm::proportion, "to"));
  measurement.upper = 0.128;
  CHECK(format_interval(measurement, NumberForm::proportion, "to") == "-inf to 12.8");
  measurement.upper.reset();
  measurement.lower = 0.109;
  CHECK(format_interval(measurement, NumberForm::proportion, "to") == "10.9 to inf");
  CHECK(format_interval(measurement, NumberForm::proportion, "\u2013") == "10.9 \u2013 \u221E");
  measurement.upper = 0.128;
  CHECK(format_interval(measurement, NumberForm::proportion, "to") == "10.9 to 12.8");
  CHECK(format_interval(measurement, NumberForm::difference, "to") == "+10.9 to +12.8");
}

TEST_CASE("counts, confidence and technical numbers") {
  CHECK(format_count(0) == "0");
  CHECK(format_count(1234567) == "1234567");
  CHECK(format_count(121.97470446676016) == "121.97");
  CHECK(format_confidence(0.95) == "95%");
  CHECK(format_confidence(0.975) == "97.5%");
  CHECK(format_technical(0.0137210385) == "0.01372");
  CHECK(format_technical(std::nullopt) == "-");
}

TEST_CASE("the words of a gate name its quantity") {
  CHECK(form_of("value") == NumberForm::proportion);
  CHECK(form_of("difference") == NumberForm::difference);
  CHECK(form_of("ratio") == NumberForm::ratio);
}

}  // namespace keur
