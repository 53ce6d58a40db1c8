// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/planning.h"

#include "metrics/estimate/power.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {

TEST_CASE("words and speakers to show an error rate below a limit") {
  VectorFile file("sample_size");
  for (VectorCase& one : file.cases()) {
    const double rate = one.given("expected_wer"), distance = one.given("margin_to_threshold");
    const double level = one.given("alpha_one_sided");
    if (one.has("kind")) {
      one.expect_exactly("kind", "speaker_sd_noncentral_t");
      const double spread = one.given("sd_between_speakers"), power = one.given("power_target");
      const long speakers = speakers_needed(distance, spread, power, level).value();
      one.expect_exactly("n_speakers", speakers);
      one.expect("power_achieved", power_below_limit(distance, spread, speakers, level));
    } else {
      const WordsNeeded found =
          words_needed(rate, distance, one.given("icc"), one.given("words_per_speaker"),
                       one.given("power"), level)
              .value();
      one.expect("deff", found.design_effect);
      one.expect("n_words_srs", found.independent_words);
      one.expect("n_words", found.words);
      one.expect_exactly("n_speakers", found.speakers);
    }
  }
  file.finish();
}

TEST_CASE("units that show a rate to be low, event by event") {
  const nlohmann::json cases = vector_cases("zero_events");
  int compared = 0;
  for (const auto& one : cases)
    if (one.contains("min_n_by_allowed_events"))
      for (const auto& [allowed, units] : one.at("min_n_by_allowed_events").items()) {
        CHECK(units_to_show(std::stol(allowed), one.at("p_max"), one.at("conf")) == units);
        ++compared;
      }
  CHECK(compared == 90);

  // One more unit at a time, by the textbook sum.
  for (const long allowed : {0L, 1L, 4L})
    for (const double rate : {0.03, 0.2, 0.6})
      for (const double confidence : {0.8, 0.95}) {
        long units = allowed;
        for (double at_most = 1; at_most > 1 - confidence;) {
          ++units;
          at_most = 0;
          double term = std::pow(1 - rate, units);
          for (long k = 0; k <= allowed; ++k) {
            at_most += term;
            term *= rate / (1 - rate) * static_cast<double>(units - k) / static_cast<double>(k + 1);
          }
        }
        CHECK(units_to_show(allowed, rate, confidence) == units);
      }
}

TEST_CASE("words of one speaker stop helping") {
  const double correlation = intracluster_correlation(0.08, 0.04).value();
  CHECK(correlation == Approx(0.0217).margin(0.00005));
  CHECK(enough_words_per_speaker(correlation) == 450);
  CHECK(enough_words_per_speaker(correlation, 0.2) == 225);
  CHECK(words_needed(0.08, 0.02, correlation, 500, 0.8, 0.05)->design_effect ==
        Approx(11.8).margin(0.05));
  // From there on the variance of a speaker's rate is within 10 % of what infinite words leave.
  for (const double c : {0.003, 0.01, 0.2, 0.9}) {
    const auto excess = [&](double words) { return (1 - c) / words / c; };
    const auto words = static_cast<double>(enough_words_per_speaker(c).value());
    CHECK(excess(words) <= 0.1 * (1 + 1e-9));
    if (words > 1) CHECK(excess(words - 1) > 0.1);
  }
  CHECK(enough_words_per_speaker(1) == 1);
  CHECK_FALSE(enough_words_per_speaker(0).has_value());
  CHECK_FALSE(intracluster_correlation(0, 0.04).has_value());
  CHECK_FALSE(words_needed(0.08, 0, 0.01, 100, 0.8, 0.05).has_value());
}

TEST_CASE("ten gates of 90 % power pass a good product about one time in three") {
  const std::vector<double> ten(10, 0.9);
  CHECK(joint_power(ten).independent == Approx(0.349).margin(0.0005));
  CHECK(joint_power(ten).at_least == Approx(0).margin(1e-12));
  CHECK(joint_power(ten).at_most == 0.9);
  const JointPower two = joint_power(std::vector<double>{0.99, 0.95});
  same(two.independent, 0.9405);
  same(two.at_least, 0.94);
  CHECK(two.at_most == 0.95);
  CHECK(joint_power({}).at_least == 1);
}

}  // namespace keur
