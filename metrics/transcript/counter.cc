// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/counter.h"

#include <cmath>
#include <utility>

#include "metrics/alignment/aligner.h"
#include "metrics/alignment/compound.h"
#include "metrics/alignment/mode_trace.h"
#include "metrics/quantity/dutch_numbers.h"
#include "metrics/quantity/english_numbers.h"
#include "metrics/text/tokens.h"
#include "metrics/transcript/columns.h"
#include "metrics/transcript/critical_errors.h"
#include "metrics/transcript/privacy.h"
#include "metrics/transcript/reading.h"
#include "metrics/transcript/spoken_commands.h"

namespace keur::transcript {
namespace {

std::string_view raw(Fields fields) {
  const bool present = !fields.empty() && fields.front().has_value();
  return present ? *fields.front() : std::string_view();
}

struct Text {
  std::string text;  // normalised
  std::vector<std::string_view> words;

  void read(const Normaliser& normaliser, std::string_view given) {
    normaliser.normalise(given, text);
    split(text, words);
  }
  // A reference may hold annotations; few do.
  void read_reference(const Normaliser& normaliser, std::string_view given) {
    if (given.find('<') == std::string_view::npos)
      read(normaliser, given);
    else
      read(normaliser, without_commands(given));
  }
  // Text that is normalised already; `given` gets what was here.
  void take(std::string& given) {
    text.swap(given);
    split(text, words);
  }
};

// Of either language: a suite may forgive too little, never too much.
bool is_number_word(std::string_view word) {
  return parse_dutch_number(word).has_value() || parse_english_number(word).has_value();
}

double rounded_share(long errors, std::size_t words) {
  constexpr double unit = 1 << 30;
  return std::round(static_cast<double>(errors) / static_cast<double>(words) * unit) / unit;
}

void put(Row& row, int column, std::int64_t count) { row[column] = static_cast<double>(count); }

void put_concepts(Row& row, const TermCounts& terms, const EntityCounts& entities) {
  put(row, concepts_said, terms.reference);
  put(row, concepts_written, terms.output);
  put(row, concepts_hit, terms.hits);
  put(row, concepts_bag_hit, terms.bag_hits);
  put(row, concept_words, terms.reference_words);
  put(row, concept_words_wrong, terms.words_wrong);
  put(row, entities_strict, entities.strict);
  put(row, entities_exact, entities.exact);
  put(row, entities_overlapping, entities.partial);
  put(row, entities_typed, entities.type);
}

void put_differences(Row& row, const Reading& reading) {
  put(row, medications_said, reading.medication.reference);
  put(row, medications_written, reading.medication.output);
  put(row, medications_right, reading.medication.full);
  put(row, numbers_said, reading.numbers.counts.reference);
  put(row, numbers_wrong, reading.numbers.counts.wrong);
  put(row, numbers_lost, reading.numbers.counts.lost);
  put(row, numbers_spurious, reading.numbers.counts.spurious);
  put(row, polarities_matched, reading.polarity.counts.matched);
  put(row, negations_lost, reading.polarity.counts.negation_lost);
  put(row, negations_added, reading.polarity.counts.negation_added);
  put(row, certainties_flipped, reading.polarity.counts.certainty);
  put(row, opposites_taken, reading.polarity.counts.opposites);
  put(row, sides_said, reading.sides.counts.reference);
  put(row, sides_flipped, reading.sides.counts.flipped);
  put(row, sides_lost, reading.sides.counts.lost);
  put(row, sides_added, reading.sides.counts.added);
  put(row, invented_runs, static_cast<std::int64_t>(reading.runs.invented.size()));
  put(row, invented_run_words, reading.runs.invented_words);
  put(row, omitted_runs, static_cast<std::int64_t>(reading.runs.omitted.size()));
  put(row, omitted_run_words, reading.runs.omitted_words);
}

void put_findings(Row& row, const std::vector<CaseFinding>& findings) {
  for (const CaseFinding& finding : findings) ++row[findings_severity_1 + finding.severity - 1];
  row[sentences_with_severity_4] = row[findings_severity_4] > 0 ? 1 : 0;
}

EditCounts counts_of(const std::vector<Edit>& trace) {
  long counts[4] = {};
  for (const Edit edit : trace) ++counts[static_cast<std::size_t>(edit)];
  return {counts[0], counts[1], counts[2], counts[3]};
}

Comparison side_by_side(const Text& reference, const Text& output, const std::vector<Edit>& trace) {
  Comparison pieces;
  auto left = reference.words.begin();
  auto right = output.words.begin();
  for (const Edit edit : trace) switch (edit) {
      case Edit::match:
        pieces.push_back({Mark::correct, std::string(*left++), std::string(*right++)});
        break;
      case Edit::substitute:
        pieces.push_back({Mark::substituted, std::string(*left++), std::string(*right++)});
        break;
      case Edit::remove:
        pieces.push_back({Mark::removed, std::string(*left++), {}});
        break;
      case Edit::insert:
        pieces.push_back({Mark::inserted, {}, std::string(*right++)});
        break;
    }
  return pieces;
}

}  // namespace

// Counters are shared between threads; what they write on is not.
struct TranscriptCounter::Scratch {
  Text reference, output;
  Aligner aligner;
  CompoundAligner compound_aligner{is_number_word};
  ModeAligner mode_aligner;
  ModeTracer mode_tracer;
  NetworkAligner network_aligner;
  ChosenReading reading;
};

TranscriptCounter::Scratch& TranscriptCounter::scratch_of_this_thread() {
  thread_local Scratch scratch;
  return scratch;
}

TranscriptCounter::TranscriptCounter(const Normaliser& normaliser, const TermList& terms,
                                     const WordRules& rules)
    : normaliser_(normaliser), align_(rules.align) {
  if (!terms.empty()) finder_.emplace(terms, normaliser);
  if (rules.alternatives) alternatives_.emplace(normaliser, *rules.alternatives);
}

std::optional<TextFault> TranscriptCounter::output_fault(Fields output) const {
  if (!alternatives_) return std::nullopt;
  const auto fault = alternatives_->fault(raw(output));
  if (!fault) return std::nullopt;
  return TextFault{0, fault->at, fault->message,
                   "alternatives are written { a / b c / @ }; before a brace or slash that is text "
                   "stands a backslash"};
}

std::optional<TextFault> TranscriptCounter::reference_fault(Fields reference) const {
  return output_fault(reference);
}

bool TranscriptCounter::by_network() const {
  return alternatives_ && align_ == AlignmentMode::sclite;
}

void TranscriptCounter::read(Fields reference, Fields output, Scratch& scratch) const {
  if (!alternatives_) {
    scratch.reference.read_reference(normaliser_, raw(reference));
    scratch.output.read(normaliser_, raw(output));
    return;
  }
  ChosenReading& reading = scratch.reading;
  alternatives_->choose(raw(reference), raw(output), scratch.network_aligner, reading);
  scratch.reference.take(reading.reference);
  scratch.output.take(reading.output);
}

EditCounts TranscriptCounter::count_edits(const EditCounts& plain, Scratch& scratch) const {
  if (by_network()) return counts_of(scratch.reading.trace);
  if (!align_) return plain;
  return scratch.mode_aligner.count(*align_, scratch.reference.words, scratch.output.words);
}

// As counted; where another scorer's way takes too much room, keur's.
Comparison TranscriptCounter::comparison(Scratch& scratch) const {
  const Text &reference = scratch.reference, &output = scratch.output;
  if (by_network()) return side_by_side(reference, output, scratch.reading.trace);
  if (align_)
    if (const auto trace = scratch.mode_tracer.trace(*align_, reference.words, output.words))
      return side_by_side(reference, output, *trace);
  Comparison pieces =
      side_by_side(reference, output, scratch.aligner.trace(reference.words, output.words));
  if (align_ && !pieces.empty())
    pieces.front().heading = "too long to lay out as the other scorer counts it: as keur does";
  return pieces;
}

Row TranscriptCounter::count(Fields reference_fields, Fields output_fields) const {
  Scratch& scratch = scratch_of_this_thread();
  read(reference_fields, output_fields, scratch);
  Text &reference = scratch.reference, &output = scratch.output;
  Aligner& aligner = scratch.aligner;
  const CompoundCounts compounds = scratch.compound_aligner.count(reference.words, output.words);
  const EditCounts edits = count_edits(compounds.plain, scratch);
  const std::size_t words = reference.words.size();

  Row row = Row::Zero(static_cast<Eigen::Index>(finder_ ? column_count : word_column_count));
  row[matched] = static_cast<double>(edits.matched);
  row[substituted] = static_cast<double>(edits.substituted);
  row[removed] = static_cast<double>(edits.removed);
  row[inserted] = static_cast<double>(edits.inserted);
  row[reference_words] = static_cast<double>(words);
  row[output_words] = static_cast<double>(output.words.size());
  row[character_errors] = static_cast<double>(
      aligner.distance(reference.text, output.text, scratch.compound_aligner.plain_way()));
  row[reference_characters] = static_cast<double>(count_code_points(reference.text));
  row[sentences] = 1;
  row[sentences_with_error] = edits.errors() > 0 ? 1 : 0;
  row[utterances_with_words] = words > 0 ? 1 : 0;
  row[utterance_wer_sum] = words > 0 ? rounded_share(edits.errors(), words) : 0;
  row[compound_errors] = static_cast<double>(compounds.edits.errors());
  row[compounds_forgiven] = static_cast<double>(compounds.forgiven);
  if (!finder_) return row;

  const Reading reading = read_pair(*finder_, reference.words, output.words, aligner);
  put_concepts(row, reading.terms, reading.entities);
  put_differences(row, reading);
  put_findings(row, critical_errors(reading));
  const auto commands = count_commands(raw(reference_fields), raw(output_fields), normaliser_);
  put(row, commands_spoken, commands.spoken);
  put(row, commands_executed, commands.executed);
  put(row, privacy_found,
      static_cast<std::int64_t>(find_privacy(raw(reference_fields), raw(output_fields)).size()));
  return row;
}

Examination TranscriptCounter::examine(Fields reference_fields, Fields output_fields) const {
  Scratch& scratch = scratch_of_this_thread();
  read(reference_fields, output_fields, scratch);
  const Text &reference = scratch.reference, &output = scratch.output;

  Examination all;
  all.comparison = comparison(scratch);
  for (const Merge& merge : merges(scratch.compound_aligner.trace(reference.words, output.words)))
    all.forgiven.push_back({{merge.reference_at, merge.reference_at + merge.reference_words},
                            {merge.output_at, merge.output_at + merge.output_words}});
  if (!finder_) return all;
  all.findings =
      critical_errors(read_pair(*finder_, reference.words, output.words, scratch.aligner));
  for (PrivacyFinding& one : find_privacy(raw(reference_fields), raw(output_fields)))
    all.disclosures.push_back({one.kind, std::move(one.masked)});
  return all;
}

}  // namespace keur::transcript
