// SPDX-License-Identifier: Apache-2.0
#include "harness/data/exact_time.h"

#include "tests/catch.h"

using namespace keur;

TEST_CASE("seconds become whole microseconds") {
  struct Example {
    const char* text;
    TimeReading reading;
    Microseconds time;
  };
  constexpr auto exact = TimeReading::exact, rounded = TimeReading::rounded;
  const Example examples[] = {
      {"0", exact, 0},
      {"12", exact, 12'000'000},
      {"12.5", exact, 12'500'000},
      {"12.", exact, 12'000'000},
      {".5", exact, 500'000},
      {"0.000001", exact, 1},
      {"0.0000010000", exact, 1},
      {"007.50", exact, 7'500'000},
      {"-0.00", exact, 0},
      {"1e-05", exact, 10},
      {"1.5E+2", exact, 150'000'000},
      {"0e999999999999", exact, 0},
      {"315360000", exact, longest_time},
      // Half a microsecond rounds up; 3.319999933242798 is what a 32-bit float makes of 3.32.
      {"0.0000005", rounded, 1},
      {"0.0000004999", rounded, 0},
      {"1e-7", rounded, 0},
      {"1e-999999999999", rounded, 0},
      {"3.319999933242798", rounded, 3'320'000},
      {"0.9999999", rounded, 1'000'000},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    Microseconds time = -1;
    CHECK(read_seconds(example.text, time) == example.reading);
    CHECK(time == example.time);
  }
}

TEST_CASE("what is no time of a recording is told apart") {
  struct Example {
    std::string text;
    TimeReading reading;
  };
  const Example examples[] = {
      {"", TimeReading::not_a_number},
      {".", TimeReading::not_a_number},
      {"-", TimeReading::not_a_number},
      {"abc", TimeReading::not_a_number},
      {"1,5", TimeReading::not_a_number},
      {"1.2.3", TimeReading::not_a_number},
      {"1e", TimeReading::not_a_number},
      {"1e+", TimeReading::not_a_number},
      {"+1", TimeReading::not_a_number},
      {"nan", TimeReading::not_a_number},
      {"inf", TimeReading::not_a_number},
      {"0x10", TimeReading::not_a_number},
      {" 1", TimeReading::not_a_number},
      {"1 ", TimeReading::not_a_number},
      {"-1", TimeReading::negative},
      {"-0.0000001", TimeReading::negative},
      {"315360001", TimeReading::too_large},
      {"1e9", TimeReading::too_large},
      {"1e400", TimeReading::too_large},
      {"9223372036854775808", TimeReading::too_large},
      {std::string(5000, '9'), TimeReading::too_large},
      {"1" + std::string(5000, '0'), TimeReading::too_large},
  };
  for (const Example& example : examples) {
    INFO(example.text.substr(0, 40));
    Microseconds time = 0;
    CHECK(read_seconds(example.text, time) == example.reading);
  }
}

TEST_CASE("what was written reads back the same") {
  for (const Microseconds time :
       {Microseconds{0}, Microseconds{1}, Microseconds{10}, Microseconds{999'999},
        Microseconds{1'000'000}, Microseconds{61'020'300}, longest_time}) {
    Microseconds again = -1;
    CHECK(read_seconds(write_seconds(time), again) == TimeReading::exact);
    CHECK(again == time);
  }
  CHECK(write_seconds(12'500'000) == "12.5");
  CHECK(write_seconds(100'000'000) == "100");
  CHECK(write_seconds(1) == "0.000001");
}

TEST_CASE("clock times of subtitles") {
  struct Example {
    const char* text;
    bool comma;
    std::optional<Microseconds> time;
  };
  const Example examples[] = {
      {"00:00:01,000", true, 1'000'000},
      {"00:00:01.000", true, 1'000'000},
      {"00:00:01,000", false, std::nullopt},
      {"01:02:03.004", false, 3'723'004'000},
      {"02:03.004", false, 123'004'000},
      {"100:00:00.000", false, 360'000'000'000},
      {"00:00:01,5", true, 1'500'000},
      {"00:00:60.000", false, std::nullopt},
      {"00:60:00.000", false, std::nullopt},
      {"0:1:02.000", false, std::nullopt},
      {"00:00:01", true, std::nullopt},
      {"00:00:01.", true, std::nullopt},
      {"00:00:01.0000", true, std::nullopt},
      {"01.000", false, std::nullopt},
      {"00:00:00:01.000", false, std::nullopt},
      {"-00:00:01.000", false, std::nullopt},
      {"", false, std::nullopt},
      {"99999:59:59.999", false, std::nullopt},
      {"999999:00:00.000", false, std::nullopt},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(read_clock(example.text, example.comma) == example.time);
  }
  CHECK(write_clock(3'723'004'000, ',') == "01:02:03,004");
  CHECK(write_clock(1'499, '.') == "00:00:00.001");
  CHECK(write_clock(59'999'500, '.') == "00:01:00.000");
}
