// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/mapsswe.h"

#include "metrics/estimate/support_test.h"

using namespace keur;

TEST_CASE("matched pairs: the published values") {
  const nlohmann::json cases = vector_cases("mapsswe");
  REQUIRE(cases.size() == 3);
  for (const auto& example : cases) {
    INFO(example["name"]);
    std::vector<PairedErrors> segments;
    for (std::size_t at = 0; at < example["errA"].size(); ++at)
      segments.push_back({example["errA"][at], example["errB"][at]});
    const MatchedPairs found = matched_pairs(segments);
    CHECK(found.segments == example["n_segments"]);
    same(found.mean.value(), example["mu"]);
    same(found.variance.value(), example["var"]);
    CHECK(found.statistic.has_value() == example.contains("W"));
    if (example.contains("W")) {
      same(found.statistic.value(), example["W"]);
      same(found.p_normal.value(), example["p_two_sided_normal"]);
      same(found.p_student.value(), example["p_two_sided_t"]);
    }
  }
}

TEST_CASE("matched pairs without variance, or without enough segments") {
  const std::vector<PairedErrors> equal{{1, 1}, {2, 2}, {3, 3}}, shifted{{2, 1}, {3, 2}};
  CHECK(matched_pairs(equal).p_normal == 1.0);
  CHECK(matched_pairs(equal).p_student == 1.0);
  CHECK_FALSE(matched_pairs(equal).constant_shift);

  CHECK_FALSE(matched_pairs(shifted).p_normal.has_value());
  CHECK_FALSE(matched_pairs(shifted).p_student.has_value());
  CHECK(matched_pairs(shifted).constant_shift);

  CHECK_FALSE(matched_pairs({}).mean.has_value());
  const MatchedPairs one = matched_pairs(std::vector<PairedErrors>{{3, 1}});
  CHECK(one.mean == 2.0);
  CHECK_FALSE(one.variance.has_value());
  CHECK_FALSE(one.p_normal.has_value());
  CHECK_FALSE(one.constant_shift);
}

TEST_CASE("matched pairs: to change places changes the sign and nothing else") {
  const std::vector<PairedErrors> segments{{1, 0}, {0, 2}, {3, 1}, {0, 1}, {2, 0}};
  std::vector<PairedErrors> swapped;
  for (const auto& segment : segments) swapped.push_back({segment.second, segment.first});
  const MatchedPairs found = matched_pairs(segments), other = matched_pairs(swapped);
  CHECK(*found.statistic == -*other.statistic);
  CHECK(found.p_normal == other.p_normal);
  CHECK(found.p_student == other.p_student);
}
