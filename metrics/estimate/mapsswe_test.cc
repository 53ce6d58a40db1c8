// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/mapsswe.h"

#include "metrics/estimate/vector_file_test.h"

using namespace keur;

TEST_CASE("mapsswe.json: the published values") {
  VectorFile file("mapsswe");
  for (VectorCase& one : file.cases()) {
    INFO(one.name());
    one.aside("name");
    const auto first = one.given("errA"), second = one.given("errB");
    std::vector<PairedErrors> segments;
    for (std::size_t at = 0; at < first.size(); ++at)
      segments.push_back({first[at].get<long>(), second[at].get<long>()});
    const MatchedPairs found = matched_pairs(segments);
    one.expect_exactly("n_segments", found.segments);
    one.expect("mu", found.mean.value());
    one.expect("var", found.variance.value());
    CHECK(found.statistic.has_value() == one.has("W"));
    if (one.has("W")) {
      one.expect("W", found.statistic.value());
      one.expect("p_two_sided_normal", found.p_normal.value());
      one.expect("p_two_sided_t", found.p_student.value());
    } else {
      one.aside("note");
    }
  }
  file.finish();
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
