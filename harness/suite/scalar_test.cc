// SPDX-License-Identifier: Apache-2.0
// Which writings of a number, a share, a truth or a seed are taken, and what the others are called.
#include "harness/suite/scalar.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

Yaml plain(const std::string& text) {
  Yaml value;
  value.scalar = text;
  value.span = {"suite.yaml", 3, 5, text.size()};
  return value;
}

Yaml quoted(const std::string& text) {
  Yaml value = plain(text);
  value.quoted = true;
  return value;
}

Yaml of_kind(Yaml::Kind kind) {
  Yaml value = plain("");
  value.kind = kind;
  return value;
}

// What a reader makes of a value: the value, or the code of the one diagnostic at its place.
template <class Value>
struct Outcome {
  std::optional<Value> value;
  std::string code;
};

template <class Value>
Outcome<Value> outcome(std::optional<Value> (*reader)(const Yaml&, const std::string&,
                                                      Diagnostics&),
                       const Yaml& value) {
  Diagnostics problems;
  const auto found = reader(value, "limit", problems);
  CHECK(problems.size() == (found ? 0 : 1));
  if (!problems.empty()) {
    CHECK(problems[0].span.line == 3);
    CHECK(problems[0].span.column == 5);
    CHECK_FALSE(problems[0].message.empty());
  }
  return {found, codes(problems)};
}

}  // namespace

TEST_CASE("a number is decimal digits, with a sign and a point at most") {
  struct Example {
    std::string text;
    std::optional<double> number;
    std::string code;
  };
  const Example examples[] = {
      {"0.15", 0.15, ""},
      {"1", 1, ""},
      {"0", 0, ""},
      {"0.0", 0, ""},
      {"+0.1", 0.1, ""},
      {"-0.1", -0.1, ""},
      {"-0", -0.0, ""},
      {"1.50", 1.5, ""},
      {"0.010", 0.01, ""},
      {"12345678901234567890", 12345678901234567890.0, ""},
      {".5", {}, "suite-not-a-number"},
      {"5.", {}, "suite-not-a-number"},
      {".", {}, "suite-not-a-number"},
      {"-", {}, "suite-not-a-number"},
      {"+-1", {}, "suite-not-a-number"},
      {"--1", {}, "suite-not-a-number"},
      {"1e3", {}, "suite-not-a-number"},
      {"1E3", {}, "suite-not-a-number"},
      {"0x10", {}, "suite-not-a-number"},
      {"1_000", {}, "suite-not-a-number"},
      {"1,5", {}, "suite-not-a-number"},
      {"1.000,5", {}, "suite-not-a-number"},
      {"1 000", {}, "suite-not-a-number"},
      {"one", {}, "suite-not-a-number"},
      {"15%", {}, "suite-not-a-number"},
      {"infinity", {}, "suite-not-a-number"},
      {"\xD9\xA1", {}, "suite-not-a-number"},             // an Arabic digit one
      {std::string(400, '9'), {}, "suite-not-a-number"},  // larger than any double
      {"010", {}, "suite-ambiguous-number"},              // eight to a YAML 1.1 reader
      {"00", {}, "suite-ambiguous-number"},
      {"01.5", {}, "suite-ambiguous-number"},
      {"-010", {}, "suite-not-a-number"},
      {".nan", {}, "suite-not-finite"},
      {".NaN", {}, "suite-not-finite"},
      {"nan", {}, "suite-not-finite"},
      {".inf", {}, "suite-not-finite"},
      {"-.inf", {}, "suite-not-finite"},
      {"inf", {}, "suite-not-finite"},
      {"", {}, "suite-wrong-type"},
  };
  for (const Example& example : examples) {
    INFO("'" << example.text << "'");
    const auto [number, code] = outcome(read_number, plain(example.text));
    CHECK(number == example.number);
    CHECK(code == example.code);
  }
  CHECK(outcome(read_number, quoted("0.15")).value == 0.15);
  CHECK(outcome(read_number, quoted("")).code == "suite-not-a-number");
}

TEST_CASE("a share is a percentage or a number up to one, and both ways give the same double") {
  struct Example {
    std::string text;
    std::optional<double> share;
    std::string code;
  };
  const Example examples[] = {
      {"15%", 0.15, ""},
      {"15 %", 0.15, ""},
      {"15   %", 0.15, ""},
      {"0.15", 0.15, ""},
      {"2.9%", 0.029, ""},   // 2.9 / 100 is 0.028999999999999998
      {"99.9%", 0.999, ""},  // 99.9 / 100 is 0.9990000000000001
      {"+10%", 0.1, ""},
      {"100%", 1, ""},
      {"150%", 1.5, ""},   // an error rate can exceed one
      {"-5%", -0.05, ""},  // whether it makes sense is for the gate to say
      {"1", 1, ""},
      {"1.0", 1, ""},
      {"0", 0, ""},
      {"0%", 0, ""},
      {"-0%", -0.0, ""},
      {"15", {}, "suite-bare-percentage"},
      {"1.0000001", {}, "suite-bare-percentage"},
      {"%", {}, "suite-not-a-number"},
      {"15%%", {}, "suite-not-a-number"},
      {"%15", {}, "suite-not-a-number"},
      {".5%", {}, "suite-not-a-number"},
      {"5.%", {}, "suite-not-a-number"},
      {"1e1%", {}, "suite-not-a-number"},
      {"3 points", {}, "suite-not-a-number"},
      {"010%", {}, "suite-ambiguous-number"},
      {".nan", {}, "suite-not-finite"},
      {"", {}, "suite-wrong-type"},
  };
  for (const Example& example : examples) {
    INFO("'" << example.text << "'");
    const auto [share, code] = outcome(read_proportion, plain(example.text));
    CHECK(share == example.share);
    CHECK(code == example.code);
  }
  CHECK(outcome(read_proportion, quoted("15%")).value == 0.15);
  CHECK(outcome(read_proportion, quoted(" 15%")).code == "suite-not-a-number");
}

TEST_CASE("a bare percentage is answered with the two ways to write it") {
  Diagnostics problems;
  read_proportion(plain("2.9"), "at_most", problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "'at_most' is 2.9, more than everything");
  CHECK(problems[0].hint == "write 2.9% or 0.029");
}

TEST_CASE("points are hundredths with their unit") {
  struct Example {
    std::string text;
    std::optional<double> points;
  };
  const Example examples[] = {
      {"3 points", 0.03}, {"1 point", 0.01},   {"2.9 pp", 0.029}, {"-3 points", -0.03},
      {"0 points", 0},    {"3  points", 0.03}, {"3", {}},         {"3%", {}},
      {"3points", {}},    {"3pp", {}},         {"points", {}},    {" points", {}},
      {"3% points", {}},  {"010 points", {}},  {".5 points", {}}, {"3 Points", {}},
      {"3 points ", {}},  {"1e0 points", {}},  {"", {}},
  };
  for (const Example& example : examples) {
    INFO("'" << example.text << "'");
    CHECK(points_of(example.text) == example.points);
  }
}

TEST_CASE("true and false have no other names") {
  CHECK(outcome(read_truth, plain("true")).value == true);
  CHECK(outcome(read_truth, plain("false")).value == false);
  for (const char* other : {"yes", "no", "on", "off", "True", "FALSE", "1", "0", "y"}) {
    INFO(other);
    CHECK(outcome(read_truth, plain(other)).code == "suite-not-a-truth");
  }
  CHECK(outcome(read_truth, quoted("true")).code == "suite-not-a-truth");  // text
  CHECK(outcome(read_truth, plain("")).code == "suite-wrong-type");
}

TEST_CASE("a length of time is seconds with their unit, as whole milliseconds") {
  struct Example {
    const char* text;
    std::optional<std::int64_t> milliseconds;
  };
  const Example examples[] = {
      {"5 s", 5000},       {"0.25 s", 250},    {"0 s", 0},       {"0.001 s", 1}, {"1.1 s", 1100},
      {"3600 s", 3600000}, {"3600.001 s", {}}, {"0.0005 s", {}}, {"-1 s", {}},   {"5", {}},
      {"5s", {}},          {"5 min", {}},      {"s", {}},        {" s", {}},     {".5 s", {}},
      {"5e-1 s", {}},      {"05 s", {}},       {".nan s", {}},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    const auto found = outcome(read_duration, plain(example.text));
    CHECK(found.value == example.milliseconds);
    CHECK(found.code == (example.milliseconds ? "" : "suite-duration"));
  }
}

TEST_CASE("a seed is any whole number of 64 bits, kept as written") {
  struct Example {
    std::string text, code;
  };
  const Example examples[] = {
      {"0", ""},
      {"20260401", ""},
      {"18446744073709551615", ""},            // 2^64 - 1
      {"18446744073709551616", "suite-seed"},  // 2^64
      {"-1", "suite-seed"},
      {"+1", "suite-seed"},
      {"1.0", "suite-seed"},
      {"1e3", "suite-seed"},
      {"0x10", "suite-seed"},
      {"1_000", "suite-seed"},
      {"seed", "suite-seed"},
      {"010", "suite-ambiguous-number"},
  };
  for (const Example& example : examples)
    for (const Yaml& value : {plain(example.text), quoted(example.text)}) {
      INFO("'" << example.text << "'");
      const auto [seed, code] = outcome(read_seed, value);
      CHECK(seed == (example.code.empty() ? std::optional(example.text) : std::nullopt));
      CHECK(code == example.code);
    }
  CHECK(outcome(read_seed, quoted("")).code == "suite-seed");
  CHECK(outcome(read_seed, plain("")).code == "suite-wrong-type");
}

TEST_CASE("text is whatever is written, but not nothing") {
  CHECK(outcome(read_text, plain("010")).value == "010");
  CHECK(outcome(read_text, quoted(" ")).value == " ");
  CHECK(outcome(read_text, quoted("")).code == "suite-empty-text");
  CHECK(outcome(read_text, plain("")).code == "suite-wrong-type");
}

TEST_CASE("a map or a list is no scalar of any kind") {
  for (const Yaml& value : {of_kind(Yaml::Kind::map), of_kind(Yaml::Kind::list)}) {
    CHECK(outcome(read_text, value).code == "suite-wrong-type");
    CHECK(outcome(read_number, value).code == "suite-wrong-type");
    CHECK(outcome(read_proportion, value).code == "suite-wrong-type");
    CHECK(outcome(read_truth, value).code == "suite-wrong-type");
    CHECK(outcome(read_seed, value).code == "suite-wrong-type");
  }
}
