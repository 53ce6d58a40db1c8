// SPDX-License-Identifier: Apache-2.0
// The transcript family: what a speech recogniser wrote against what was said.
#include "metrics/core/family.h"

#include <stdexcept>

#include "metrics/transcript/columns.h"
#include "metrics/transcript/counter.h"
#include "metrics/transcript/critical_errors.h"
#include "metrics/transcript/error_kinds.h"
#include "metrics/transcript/metric_tables.h"

namespace keur {
namespace {

constexpr std::string_view normalise = "normalise", align = "align", alternatives = "alternatives";

struct Alignment {
  std::string_view id;
  std::optional<AlignmentMode> mode;
  std::string_view warning;
};
constexpr Alignment alignments[] = {
    {"keur", std::nullopt, ""},
    {"sclite", AlignmentMode::sclite,
     "align: sclite: words are aligned at the costs of NIST sclite, to compare with its figures; "
     "the word errors can be more than the fewest that explain the output"},
    {"kaldi", AlignmentMode::kaldi,
     "align: kaldi: word errors divide into substituted, removed and inserted words as Kaldi's "
     "compute-wer divides them, to compare with its figures; their sum is the same"},
    {"rapidfuzz", AlignmentMode::rapidfuzz,
     "align: rapidfuzz: word errors divide into substituted, removed and inserted words as "
     "RapidFuzz and jiwer divide them, to compare with their figures; their sum is the same"},
};

struct Notation {
  std::string_view id;
  std::optional<transcript::AlternativeOptions> options;
};
constexpr Notation notations[] = {
    {"none", std::nullopt},
    {"nist", transcript::AlternativeOptions{false, false}},
    {"nist+optional", transcript::AlternativeOptions{true, false}},
    {"nist+fragments", transcript::AlternativeOptions{false, true}},
    {"nist+optional+fragments", transcript::AlternativeOptions{true, true}},
};

// The entry a setting names; the first one where it names none.
template <class Entries>
const auto& entry(const Entries& entries, std::string_view id) {
  if (id.empty()) return entries[0];
  for (const auto& one : entries)
    if (one.id == id) return one;
  throw std::logic_error("a transcript task with an unknown choice");
}

template <class Entries>
std::vector<std::string_view> ids_of(const Entries& entries) {
  std::vector<std::string_view> ids;
  for (const auto& one : entries) ids.push_back(one.id);
  return ids;
}

std::unique_ptr<Counter> counter(const Settings& settings) {
  return std::make_unique<transcript::TranscriptCounter>(
      normaliser_of(settings.choice(normalise)), settings.terms,
      transcript::WordRules{entry(alignments, settings.choice(align)).mode,
                            entry(notations, settings.choice(alternatives)).options});
}

std::vector<std::string> warnings(const Settings& settings) {
  std::vector<std::string> all;
  for (const std::string_view warning : {normaliser_of(settings.choice(normalise)).warning,
                                         entry(alignments, settings.choice(align)).warning})
    if (!warning.empty()) all.emplace_back(warning);
  const Notation& notation = entry(notations, settings.choice(alternatives));
  if (notation.options)
    all.push_back("alternatives: " + std::string(notation.id) +
                  ": of several readings the one nearest to the other text is counted, so how many "
                  "words the reference has depends on the output" +
                  (notation.options->optional_words
                       ? "; an optional word that is missing counts as correct"
                       : "") +
                  (notation.options->fragments ? "; a fragment counts as every word it begins or "
                                                 "ends"
                                               : ""));
  return all;
}

std::vector<Metric> metrics() {
  std::vector<Metric> all = transcript::word_metrics();
  for (const Metric& metric : transcript::clinical_metrics()) all.push_back(metric);
  return all;
}

// The clinical normalisers forgive most: numbers in words, abbreviations, hesitations. What is left
// of a verdict without that is asked under basic-1.
std::optional<Stricter> stricter(const Settings& settings) {
  if (!settings.choice(normalise).ends_with("clinical-1")) return std::nullopt;
  Stricter result{"basic-1", settings};
  result.settings.terms = {};  // only metrics of words are asked again
  result.settings.choices.insert_or_assign(std::string(normalise), result.name);
  return result;
}

std::size_t columns_counted(const Settings& settings) {
  return static_cast<std::size_t>(settings.terms.empty() ? transcript::word_column_count
                                                         : transcript::column_count);
}

}  // namespace

const Family& transcript_family() {
  static const Family family{
      .kind = "transcript",
      .title = "what was said against what was written down",
      .case_fields = {{"reference", "the field that holds what was said", true}},
      .output_fields = {{"text", "the field that holds what the tool wrote", true}},
      .choices = {{normalise, "what makes two written forms the same word", normaliser_ids(),
                   true},
                  {align, "how word errors divide: keur's rule, or another scorer's",
                   ids_of(alignments), false, true},
                  {alternatives, "whether texts may hold { a / b } (words) and fragments-",
                   ids_of(notations), false, true}},
      .columns = transcript::columns(),
      .metrics = metrics(),
      .counter = counter,
      .warnings = warnings,
      .takes_terms = true,
      .columns_counted = columns_counted,
      .stricter = stricter,
      .finding_classes = transcript::error_classes,
      .finding_kinds = transcript::error_kinds(),
      .word_error_metrics = {"substitution_rate", "removal_rate", "insertion_rate"},
      .finding_metrics = {"severity4_rate", "severity3_rate"},
      .ladder = normalise,
      .ladder_metrics = {"wer", "wer_compound"},
  };
  return family;
}

}  // namespace keur
