// SPDX-License-Identifier: Apache-2.0
// How much to collect before it is collected: words, speakers, notes without a serious error, and
// what several gates together do to the chance of passing. power.h asks the same of a t-test over
// speakers, which is the better answer where the spread between speakers is known.
#pragma once
#include <optional>
#include <span>

namespace keur {

// Of all the variance between single words, the share that lies between speakers, from their
// standard deviation: spread^2 / (rate (1 - rate)). nullopt unless 0 < rate < 1.
std::optional<double> intracluster_correlation(double rate, double spread);

// To show a rate to be below a limit that lies `distance` above it, by the normal approximation:
// (z_level + z_power)^2 rate (1 - rate) / distance^2 independent words, times the design effect
// 1 + (m - 1) correlation of m words a speaker. Source: Donner and Klar (2000), Design and Analysis
// of Cluster Randomization Trials, section 5.2. `level` is one-sided. nullopt unless 0 < rate < 1,
// distance > 0, at least a word a speaker and 0 <= correlation <= 1.
struct WordsNeeded {
  double design_effect, independent_words, words;
  long speakers;  // words / words_per_speaker, rounded up
};
std::optional<WordsNeeded> words_needed(double rate, double distance, double correlation,
                                        double words_per_speaker, double power, double level);

// The words per speaker beyond which more words of the same speakers buy almost nothing. The
// variance of a speaker's rate is v (c + (1 - c) / m), v = rate (1 - rate), c the correlation, m
// the words: with infinite words v c is left, and it is within `excess` of that from m = (1 - c) /
// (excess c) on. 10 % more variance is 5 % more width. At a rate of 8 % that varies by 4 points (c
// = 0.0217): 450 words; within 20 %: 225. Rounded up; nullopt where speakers do not differ (more
// words then always help).
std::optional<long> enough_words_per_speaker(double correlation, double excess = 0.1);

// The fewest units (notes, entities) of which at most `allowed` with an event show, at that
// one-sided confidence, that the rate is below `rate`: the smallest n with P(X <= allowed) <= 1 -
// confidence, X binomial. Units of one clinician resemble each other: multiply by the design
// effect. 299 for none allowed, 1 % and 95 %. Needs allowed >= 0, 0 < rate < 1, 0 < confidence < 1.
long units_to_show(long allowed, double rate, double confidence);

// The chance that a good product passes every gate, from the power of each.
struct JointPower {
  double independent;  // product: gates that know nothing of each other
  double at_least;  // max(0, 1 - sum of the misses): whatever the dependence (Bonferroni, Frechet)
  double at_most;   // the weakest gate (Frechet)
};
JointPower joint_power(std::span<const double> powers);  // 1 each without gates

}  // namespace keur
