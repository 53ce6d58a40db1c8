// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/rational.h"

#include <limits>
#include <string_view>

#include "tests/catch.h"

using namespace keur;

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

TEST_CASE("fractions are reduced and their sign is above") {
  CHECK(make_rational(6, -4) == Rational{-3, 2});
  CHECK(make_rational(0, 7) == Rational{0, 1});
  CHECK_FALSE(make_rational(1, 0).has_value());
}

TEST_CASE("sums, products and quotients are exact") {
  CHECK(sum({1, 10}, {2, 10}) == Rational{3, 10});  // not 0.30000000000000004
  CHECK(product({1, 8}, {1, 1000}) == Rational{1, 8000});
  CHECK(quotient({1, 2}, {-1, 4}) == Rational{-2, 1});
  CHECK_FALSE(quotient({1, 2}, {0, 1}).has_value());
  CHECK(less({1, 3}, {34, 100}));
  CHECK_FALSE(less({1, 3}, {1, 3}));
}

TEST_CASE("what does not fit is nothing, not something else") {
  CHECK_FALSE(sum({largest, 1}, {1, 1}).has_value());
  CHECK_FALSE(product({largest, 1}, {2, 1}).has_value());
  CHECK(product({largest, 1}, {1, largest}) == Rational{1, 1});
  const std::string_view digits = "9223372036854775808";  // 2^63
  CHECK_FALSE(read_decimal(digits.data(), digits.data() + digits.size(), ',').has_value());
}

TEST_CASE("decimals are as short as they can be") {
  CHECK(decimal_text({5, 2}, ',') == "2,5");
  CHECK(decimal_text({-1, 8}, '.') == "-0.125");
  CHECK(decimal_text({1500, 1}, ',') == "1500");
  CHECK(decimal_text({1, 3}, ',') == "1/3");
}
