// SPDX-License-Identifier: Apache-2.0
// The slow, obvious twin of a recording's counts: every way to give speakers to speakers, a table
// of edits, and who speaks at each moment looked up in the turns.
#include <algorithm>
#include <map>
#include <numeric>
#include <random>

#include "metrics/alignment/aligner_textbook.h"
#include "metrics/conversation/recording_test.h"

using namespace keur;
using namespace keur::conversation;

namespace {

using Turns = std::vector<Turn>;
using Texts = std::map<std::string, std::vector<std::string>>;  // the words of each speaker

Turns random_turns(std::mt19937& random) {
  Turns turns(random() % 6);
  for (Turn& one : turns) {
    const double start = static_cast<double>(random() % 20) / 2;
    std::string text;
    for (auto words = random() % 4; words > 0; --words)
      text += "abc"[random() % 3] + std::string(" ");
    one = turn(std::string(1, static_cast<char>('x' + random() % 3)), start,
               start + static_cast<double>(random() % 6) / 2, text);
  }
  return turns;
}

Texts texts_of(Turns turns) {
  std::stable_sort(turns.begin(), turns.end(),
                   [](const Turn& one, const Turn& other) { return *one.start < *other.start; });
  Texts texts;
  for (const Turn& one : turns)
    for (std::size_t at = 0; at + 1 < one.text.size(); at += 2)
      texts[one.speaker].push_back(one.text.substr(at, 1));
  return texts;
}

// The least of `cost` over all ways to give each of `left` one of `right`, or nobody (the empty
// name), with what is left of `right` given to nobody.
template <class Cost>
double least(const std::vector<std::string>& left, std::vector<std::string> right, Cost cost) {
  right.resize(std::max(right.size(), left.size()) + left.size());
  std::vector<std::size_t> order(right.size());
  std::iota(order.begin(), order.end(), 0u);
  double best = 1e9;
  do {
    double sum = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
      sum += cost(i < left.size() ? left[i] : "", right[order[i]]);
    best = std::min(best, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

std::vector<std::string> speakers(const Turns& turns) {
  std::vector<std::string> names;
  for (const Turn& one : turns)
    if (std::find(names.begin(), names.end(), one.speaker) == names.end())
      names.push_back(one.speaker);
  return names;
}

bool speaks(const Turns& turns, const std::string& speaker, int half_seconds) {
  return std::any_of(turns.begin(), turns.end(), [&](const Turn& one) {
    return one.speaker == speaker && *one.start <= half_seconds * second / 2 &&
           half_seconds * second / 2 < *one.end;
  });
}

}  // namespace

TEST_CASE("a recording is counted as its twin counts it") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const Turns reference = random_turns(random), output = random_turns(random);
    const Row row = counted(reference, output);
    const auto left = speakers(reference), right = speakers(output);

    Texts said = texts_of(reference), written = texts_of(output);
    const double errors = least(left, right, [&](const std::string& one, const std::string& other) {
      return static_cast<double>(edit_table(said[one], written[other]).back().back());
    });
    REQUIRE(row[substituted] + row[removed] + row[inserted] == errors);
    REQUIRE(row[orc_substituted] + row[orc_removed] + row[orc_inserted] <= errors);
    // The collar reaches further than any recording here lasts.
    Rules wide = plain_rules();
    wide.collar = 100 * second;
    const Row timed = counted(reference, output, wide);
    REQUIRE(timed[timed_substituted] + timed[timed_removed] + timed[timed_inserted] == errors);

    double all = 0, missed = 0, alarm = 0, both = 0;
    std::map<std::pair<std::string, std::string>, double> common, either;
    std::map<std::string, double> time;
    for (int at = 0; at < 30; ++at) {
      double r = 0, o = 0;
      for (const auto& one : left) r += speaks(reference, one, at);
      for (const auto& other : right) o += speaks(output, other, at);
      all += r, missed += std::max(r - o, 0.0), alarm += std::max(o - r, 0.0),
          both += std::min(r, o);
      for (const auto& one : left) {
        const bool here = speaks(reference, one, at);
        time[one] += here;
        for (const auto& other : right) {
          const bool there = speaks(output, other, at);
          common[{one, other}] += here && there;
          either[{one, other}] += here || there;
        }
      }
    }
    const double correct =
        -least(left, right, [&](const std::string& one, const std::string& other) {
          return one.empty() || other.empty() ? 0.0 : -common[{one, other}];
        });
    const double half_second = 500'000;
    REQUIRE(row[reference_time] == all * half_second);
    REQUIRE(row[missed_time] == missed * half_second);
    REQUIRE(row[false_alarm_time] == alarm * half_second);
    REQUIRE(row[confused_time] == (both - correct) * half_second);
    const double jaccard =
        least(left, right, [&](const std::string& one, const std::string& other) {
          if (one.empty() || time[one] == 0) return 0.0;
          if (other.empty() || either[{one, other}] == 0) return 1.0;
          return 1 - common[{one, other}] / either[{one, other}];
        });
    REQUIRE(row[jaccard_error_sum] == Approx(jaccard).margin(1e-6));
  }
}
