// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/family.h"

#include <random>
#include <set>

#include "metrics/conversation/recording_test.h"

using namespace keur;
using namespace keur::conversation;

namespace {

const Family& family() {
  for (const Family* one : all_families())
    if (one->kind == "conversation") return *one;
  throw std::logic_error("no conversation family");
}

}  // namespace

TEST_CASE("no metric of conversations has a value on empty sums") {
  const Row nothing = Row::Zero(column_count);
  for (const Metric& metric : family().metrics) {
    INFO(metric.id);
    CHECK_FALSE(metric.evaluate(nothing));
  }
}

TEST_CASE("every metric of conversations says what it is, in two languages, under its own id") {
  std::set<std::string_view> ids;
  for (const Metric& metric : family().metrics) {
    INFO(metric.id);
    CHECK(ids.insert(metric.id).second);
    for (const auto text : {metric.title, metric.titel, metric.meaning, metric.betekenis})
      CHECK(text.size() > 5);
    CHECK(metric.title != metric.titel);
    CHECK(metric.better == Better::lower);
  }
  CHECK(family().columns.size() == column_count);
}

TEST_CASE("the gradient is how the value moves when a column does") {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    Row sums(column_count);
    for (Eigen::Index c = 0; c < sums.size(); ++c)
      sums[c] = 100.0 + static_cast<double>(random() % 1000);
    sums[timed_outputs] = sums[timed_recordings];
    for (const Metric& metric : family().metrics) {
      INFO(metric.id);
      const auto here = metric.evaluate(sums);
      REQUIRE(here);
      CHECK(here->value == Approx(here->numerator / here->denominator));
      for (Eigen::Index c = 0; c < sums.size(); ++c) {
        if (c == timed_outputs || c == timed_recordings) continue;
        Row more = sums;
        more[c] += 0.001;
        REQUIRE((metric.evaluate(more)->value - here->value) / 0.001 ==
                Approx(here->gradient[c]).margin(1e-5));
      }
    }
  }
}

TEST_CASE("what is said at once is only counted where a suite asks for it") {
  Settings settings;
  settings.choices = {{"normalise", "basic-1"}, {"collar_convention", "md_eval"}};
  const Metric& metric = *family().metric("overlap_wer");
  CHECK_FALSE(is_counted(metric, settings));
  CHECK(is_counted(*family().metric("cpwer"), settings));
  CHECK(family().counted(settings) == plain_column_count);
  const std::string said = write_turns(std::vector{turn("a", 0, 4, "ja"), turn("b", 1, 4, "nee"),
                                                   turn("c", 2, 4, "dag")});
  const std::optional<std::string_view> fields[] = {said};
  const auto row = [&](std::string limit) {
    settings.choices.insert_or_assign("overlap_limit", std::move(limit));
    CHECK(is_counted(metric, settings));
    CHECK(family().counted(settings) == column_count);
    return Row(family().counter(settings)->count(fields, fields));
  };
  CHECK(row("any")[overlap_reference_words] == 3);
  CHECK(family().warnings(settings).empty());
  CHECK(row("3")[overlap_reference_words] == 3);
  CHECK(row("2")[overlap_left_out_words] == 3);
  CHECK(family().warnings(settings).size() == 1);
}

TEST_CASE("settings reach the counter") {
  Settings settings;
  settings.choices = {{"normalise", "basic-1"},
                      {"collar_convention", "pyannote"},
                      {"overlap", "scored"},
                      {"alternatives", "nist"}};
  settings.milliseconds = {{"collar", 500}, {"diarisation_collar", 1000}};
  const std::string said = write_turns(std::vector{turn("a", 0, 4, "{ ja / nee } dank u")}),
                    written = write_turns(std::vector{turn("A", 1, 5, "nee dank u")});
  const std::optional<std::string_view> fields[] = {said, written};
  const Row row = family().counter(settings)->count({&fields[0], 1}, {&fields[1], 1});
  CHECK(row[matched] == 3);
  // 8 letters in 4 s: nee 0-1.5, dank 1.5-3.5, u 3.5-4; with its collar nee is 1.25-2.25, dank
  // 3-4 and u 4.25-5.25, which touches no u.
  CHECK(row[timed_removed] == 1);
  CHECK(row[timed_inserted] == 1);
  // Half a second on each side of 0 and of 4 is not scored.
  CHECK(row[reference_time] == 3'000'000);
  CHECK(row[missed_time] == 500'000);
}
