// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/draw.h"

#include <Random123/philox.h>

#include "metrics/estimate/bootstrap_textbook.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {

// Numbers of rng.json: decimal, or hexadecimal in quotes.
std::uint32_t word(const nlohmann::json& number) {
  return number.is_string()
             ? static_cast<std::uint32_t>(std::stoul(number.get<std::string>(), nullptr, 16))
             : number.get<std::uint32_t>();
}

std::string hexadecimal(std::uint32_t number) {
  char text[16];
  std::snprintf(text, sizeof text, "0x%08x", number);
  return text;
}

}  // namespace

TEST_CASE(
    "rng.json: Philox gives the known answers, and draws and resamples those of the reference") {
  VectorFile file("rng");
  // Other generators; this project uses one.
  for (const char* other : {"splitmix64_seed0", "splitmix64_seed42"})
    file.named(other).aside("hex");
  file.named("xoshiro256starstar_state_1234").aside("dec");
  file.named("xoshiro256starstar_seeded_by_splitmix64(42)").aside("state");
  file.named("xoshiro256starstar_seeded_by_splitmix64(42)").aside("hex");
  for (VectorCase& one : file.cases()) one.aside("name");

  VectorCase& known = file.named("philox4x32_10_kat");
  const std::size_t count = known.given("items").size();
  CHECK(count == 3);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string item = "/items/" + std::to_string(i);
    const auto c = known.given(item + "/ctr"), k = known.given(item + "/key");
    const auto bits = r123::Philox4x32_R<10>()({{word(c[0]), word(c[1]), word(c[2]), word(c[3])}},
                                               {{word(k[0]), word(k[1])}});
    for (std::size_t w = 0; w < 4; ++w)
      known.expect_exactly(item + "/out/" + std::to_string(w), hexadecimal(bits[w]));
  }

  VectorCase& drawn = file.named("counter_based_bootstrap_indices");
  drawn.aside("scheme");
  drawn.aside("ideal_se_for_comparison");  // of cluster_bootstrap_exact.json
  const Resampling sampling{drawn.given("seed"), drawn.given("stream"), drawn.given("B")};
  const int clusters = drawn.given("G");
  for (int r = 0; r < 5; ++r)
    for (int d = 0; d < clusters; ++d)
      drawn.expect_exactly(
          "/first_5_replicates/" + std::to_string(r) + "/" + std::to_string(d),
          draw(sampling, static_cast<std::uint32_t>(r), static_cast<std::uint64_t>(d),
               static_cast<std::uint32_t>(clusters)));

  const ClusterSums sums = speakers(drawn.given("err"), drawn.given("words"));
  const Rows first = resampled_sums(sums.sums, sampling, 0, 5);
  std::vector<double> estimates;
  for (Eigen::Index r = 0; r < 5; ++r) estimates.push_back(*word_error_rate.value(first.row(r)));
  drawn.expect("first_5_estimates", estimates);

  const Metric* const metrics[] = {&word_error_rate};
  const Replicates found = bootstrap(metrics, sums, sampling).front();
  CHECK(found.defined() == sampling.replicates);
  drawn.expect("mean", *mean(found));
  drawn.expect("sd_ddof1", *standard_deviation(found) *
                               std::sqrt(sampling.replicates / (sampling.replicates - 1.0)));
  drawn.expect("pct95_type1", *percentile_interval(found, 0.95));
  drawn.expect("pct95_type7",
               Interval{*quantile_type_7(found, 0.025), *quantile_type_7(found, 0.975)});
  file.finish();
}

TEST_CASE("every part of the address changes what is drawn, and nothing else does") {
  const std::uint32_t all = 0xffffffff;
  const Resampling here{(std::uint64_t{7} << 32) + 11, 3};
  const std::uint32_t drawn = draw(here, 5, 13, all);
  CHECK(draw(here, 5, 13, all) == drawn);
  CHECK(draw({here.seed + 1, 3}, 5, 13, all) != drawn);
  CHECK(draw({here.seed + (std::uint64_t{1} << 32), 3}, 5, 13, all) != drawn);
  CHECK(draw({here.seed, 4}, 5, 13, all) != drawn);
  CHECK(draw(here, 6, 13, all) != drawn);
  CHECK(draw(here, 5, 14, all) != drawn);
  CHECK(draw(here, 5, 13 + (std::uint64_t{1} << 32), all) != drawn);
  CHECK(draw({here.seed, 3, 77}, 5, 13, all) == drawn);  // how many replicates there are
}

TEST_CASE("draws stay below their limit and reach every number equally") {
  const Resampling sampling{20240117};
  for (const std::uint32_t below : {1u, 2u, 6u, 1000u}) {
    std::vector<int> times(below, 0);
    const int draws = 1000 * static_cast<int>(below);
    for (int d = 0; d < draws; ++d)
      ++times.at(draw(sampling, below, static_cast<std::uint64_t>(d), below));
    // Pearson's chi-squared, mean below - 1 and variance twice that: within 5 standard deviations.
    double misfit = 0;
    for (const int found : times) misfit += (found - 1000.0) * (found - 1000.0) / 1000;
    CHECK(std::abs(misfit - (below - 1.0)) <= 5 * std::sqrt(2.0 * below));
  }
}

}  // namespace keur
