// SPDX-License-Identifier: Apache-2.0
// What holds for the family as a whole and for each of its metrics.
#include "metrics/core/family.h"

#include <random>
#include <set>

#include "metrics/text/normaliser.h"
#include "metrics/transcript/columns.h"
#include "tests/catch.h"

namespace keur {
const Family& transcript_family();
}

using namespace keur;
using namespace keur::transcript;

namespace {

// Sums that can occur: each total is made of its parts.
Row plausible_sums(std::mt19937& random) {
  Row sums(static_cast<Eigen::Index>(column_count));
  for (const int column : {matched, substituted, removed, inserted, character_errors})
    sums[column] = 20 + static_cast<double>(random() % 1000);
  sums[reference_words] = sums[matched] + sums[substituted] + sums[removed];
  sums[output_words] = sums[matched] + sums[substituted] + sums[inserted];
  sums[reference_characters] = 5 * sums[reference_words];
  sums[sentences] = 100;
  sums[sentences_with_error] = static_cast<double>(random() % 100);
  sums[utterances_with_words] = 90;
  sums[utterance_wer_sum] = 30.25;
  sums[compound_errors] = sums[substituted];
  sums[compounds_forgiven] = 3;
  // Of the clinical columns no part is larger than its whole.
  for (int column = word_column_count; column < column_count; ++column)
    sums[column] = 1 + static_cast<double>(random() % 50);
  for (const int whole :
       {concepts_said, concepts_written, concept_words, medications_said, medications_written,
        numbers_said, polarities_matched, sides_said, commands_spoken})
    sums[whole] = 200 + static_cast<double>(random() % 50);
  sums[invented_run_words] = sums[output_words] / 8;
  sums[omitted_run_words] = sums[reference_words] / 8;
  return sums;
}

}  // namespace

TEST_CASE("the program knows the family") {
  std::set<std::string_view> kinds;
  for (const Family* family : all_families()) kinds.insert(family->kind);
  CHECK(kinds.count("transcript") == 1);
  CHECK(kinds.size() == all_families().size());
}

TEST_CASE("a suite has to choose a normaliser, of all there are") {
  const Family& family = transcript_family();
  REQUIRE(family.choices.size() == 3);
  CHECK(family.choices[0].key == "normalise");
  CHECK(family.choices[0].required);
  CHECK(family.choices[0].values.size() == all_normalisers().size());
  const std::optional<std::string_view> reference = "Geen pijn.", output = "geen pijn";
  for (const auto id : family.choices[0].values) {
    const auto counter = family.counter({.choices = {{"normalise", std::string(id)}}});
    // Word for word the two differ twice; normalised they are the same.
    CHECK(counter->count({&reference, 1}, {&output, 1})[substituted] ==
          (id == "verbatim-1" ? 2 : 0));
  }
}

TEST_CASE("the reader is warned of a normaliser that hides differences") {
  const Family& family = transcript_family();
  CHECK(family.warnings({.choices = {{"normalise", "basic-1"}}}).empty());
  const auto warnings = family.warnings({.choices = {{"normalise", "whisper-basic"}}});
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0] == find_normaliser("whisper-basic")->warning);
}

TEST_CASE("word errors divide by keur's own rule unless a suite asks for another scorer's") {
  const Family& family = transcript_family();
  // Four errors in each pair whoever counts; peers' divisions by their own programs (tests/peers).
  struct Pair {
    std::string_view reference, output;
  };
  const auto divided = [&](const Settings& settings) {
    std::string story;
    for (const auto& [said, written] : {Pair{"c d d c", "a b c d"}, Pair{"d c c b", "a d b d"}}) {
      const std::optional<std::string_view> reference = said, output = written;
      const Row row = family.counter(settings)->count({&reference, 1}, {&output, 1});
      for (const int column : {substituted, removed, inserted})
        story += std::to_string(static_cast<int>(row[column]));
      story += ' ';
    }
    return story;
  };
  CHECK(divided({.choices = {{"normalise", "basic-1"}}}) == "400 400 ");
  const std::pair<std::string_view, std::string_view> rules[] = {
      {"keur", "400 400 "}, {"sclite", "022 022 "}, {"kaldi", "211 022 "}, {"rapidfuzz", "022 211 "}};
  CHECK(family.choices[1].key == "align");
  CHECK(family.choices[1].values.size() == std::size(rules));
  for (const auto& [rule, division] : rules) {
    CAPTURE(rule);
    const Settings settings{.choices = {{"normalise", "basic-1"}, {"align", std::string(rule)}}};
    CHECK(divided(settings) == division);
    CHECK(family.warnings(settings).empty() == (rule == "keur"));
  }
}

TEST_CASE("the choices that came later have a default that is no setting") {
  const Family& family = transcript_family();
  for (const Choice& choice : family.choices) {
    CAPTURE(choice.key);
    CHECK(choice.silent != choice.required);
    for (const auto value : choice.values) {
      Settings settings{.choices = {{"normalise", "basic-1"}}};
      settings.choices.insert_or_assign(std::string(choice.key), std::string(value));
      // Whatever is not the default says what it does.
      if (choice.silent) CHECK(family.warnings(settings).empty() == (value == choice.values[0]));
    }
  }
}

TEST_CASE("the columns are named in the order in which they are counted") {
  const std::vector<Column>& named = transcript_family().columns;
  REQUIRE(named.size() == column_count);
  CHECK(named[matched].id == "matched");
  CHECK(named[reference_words].id == "reference_words");
  CHECK(named[character_errors].id == "character_errors");
  CHECK(named[sentences_with_error].id == "sentences_with_error");
  CHECK(named[utterance_wer_sum].id == "utterance_wer_sum");
  std::set<std::string_view> ids;
  for (const Column& column : named) ids.insert(column.id);
  CHECK(ids.size() == named.size());
}

TEST_CASE("the metrics, and which of them no gate may stand on") {
  std::vector<std::string_view> gates, descriptive, clinical;
  for (const Metric& metric : transcript_family().metrics)
    (!metric.needs.empty() ? clinical
     : metric.descriptive  ? descriptive
                           : gates)
        .push_back(metric.id);
  CHECK(gates == std::vector<std::string_view>{"wer", "wer_compound", "cer", "sentence_error_rate",
                                               "substitution_rate", "removal_rate",
                                               "insertion_rate"});
  CHECK(descriptive == std::vector<std::string_view>{"match_error_rate", "word_information_lost",
                                                     "mean_utterance_wer"});
  CHECK(clinical == std::vector<std::string_view>{
                        "concept_recall",       "concept_precision",  "concept_error_rate",
                        "bag_concept_recall",   "entity_f1_strict",   "entity_f1_exact",
                        "entity_f1_partial",    "entity_f1_type",     "medication_recall",
                        "medication_precision", "number_error_rate",  "negation_flip_rate",
                        "laterality_flip_rate", "severity4_notes",    "severity4_rate",
                        "severity3_rate",       "severity4_per_concept",
                        "weighted_severity",    "invented_run_words", "omitted_run_words",
                        "command_accuracy",     "privacy_findings"});
}

TEST_CASE("the classes of errors and the ladder name metrics and settings that exist") {
  const Family& family = transcript_family();
  for (const auto* list :
       {&family.word_error_metrics, &family.finding_metrics, &family.ladder_metrics}) {
    CHECK(list->size() >= 2);
    for (const std::string_view id : *list) CHECK(family.metric(id) != nullptr);
  }
  CHECK(family.ladder == family.choices[0].key);
  // Those that divide the words wrong add up to the word error rate.
  Row sums = Row::Zero(column_count);
  sums[substituted] = 3;
  sums[removed] = 4;
  sums[inserted] = 2;
  sums[reference_words] = 90;
  double together = 0;
  for (const std::string_view id : family.word_error_metrics)
    together += *family.metric(id)->value(sums);
  CHECK(together == Approx(*family.metric("wer")->value(sums)));
}

TEST_CASE("without terms the family counts its words alone, and a metric says that it needs them") {
  const Family& family = transcript_family();
  const Settings none{.choices = {{"normalise", "basic-1"}}};
  const Settings some{.choices = {{"normalise", "basic-1"}},
                      .terms = {"nl", {{"fever", ConceptType::symptom, {"koorts"}}}}};
  CHECK(family.takes_terms);
  CHECK(family.counted(none) == word_column_count);
  CHECK(family.counted(some) == column_count);
  const std::optional<std::string_view> text = "geen koorts";
  for (const Settings& settings : {none, some}) {
    const Row row = family.counter(settings)->count({&text, 1}, {&text, 1});
    REQUIRE(static_cast<std::size_t>(row.size()) == family.counted(settings));
    // Whatever is counted can be evaluated.
    for (const Metric& metric : family.metrics)
      if (is_counted(metric, settings)) metric.value(row);
  }
  CHECK_FALSE(is_counted(*family.metric("concept_recall"), none));
  CHECK(is_counted(*family.metric("wer"), none));
}

TEST_CASE("every metric explains itself in two languages") {
  for (const Metric& metric : transcript_family().metrics) {
    CAPTURE(metric.id);
    for (const auto text :
         {metric.title, metric.titel, metric.meaning, metric.betekenis, metric.unit})
      CHECK_FALSE(text.empty());
    // A descriptive metric says why it is.
    CHECK((metric.meaning.find("descriptive, because") != std::string_view::npos) ==
          metric.descriptive);
    CHECK((metric.betekenis.find("beschrijvend, omdat") != std::string_view::npos) ==
          metric.descriptive);
  }
}

TEST_CASE("no metric has a value when nothing was counted") {
  for (const Metric& metric : transcript_family().metrics) {
    CAPTURE(metric.id);
    CHECK_FALSE(metric.value(Row::Zero(column_count)).has_value());
  }
}

TEST_CASE("every value is its numerator over its denominator, and in its range") {
  std::mt19937 random(6);
  for (const Metric& metric : transcript_family().metrics)
    for (int round = 0; round < 50; ++round) {
      const auto found = metric.evaluate(plausible_sums(random));
      REQUIRE(found.has_value());
      CAPTURE(metric.id);
      CHECK(found->denominator > 0);
      CHECK(found->value == found->numerator / found->denominator);
      CHECK(found->value >= 0);
      if (metric.range == Range::proportion) CHECK(found->value <= 1);
    }
}

TEST_CASE("every gradient is what small steps in the sums say") {
  std::mt19937 random(7);
  for (const Metric& metric : transcript_family().metrics)
    for (int round = 0; round < 10; ++round) {
      const Row sums = plausible_sums(random);
      const Row gradient = metric.evaluate(sums)->gradient;
      REQUIRE(gradient.size() == column_count);
      for (int column = 0; column < column_count; ++column) {
        // Central differences are off by the square of the step, here about 1e-9 of the value.
        constexpr double step = 0.01;
        Row more = sums, fewer = sums;
        more[column] += step;
        fewer[column] -= step;
        const double slope = (*metric.value(more) - *metric.value(fewer)) / (2 * step);
        CAPTURE(metric.id, column);
        CHECK(gradient[column] == Approx(slope).epsilon(1e-6).margin(1e-10));
      }
    }
}

TEST_CASE("an output without words loses all information") {
  Row sums = Row::Zero(column_count);
  sums[removed] = sums[reference_words] = 7;
  const auto lost = transcript_family().metric("word_information_lost")->evaluate(sums);
  REQUIRE(lost.has_value());
  CHECK(lost->value == 1);
  CHECK(lost->numerator == lost->denominator);
  CHECK(lost->gradient == Row::Zero(column_count));
}
