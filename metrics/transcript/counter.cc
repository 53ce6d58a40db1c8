// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/counter.h"

#include <cmath>
#include <utility>

#include "metrics/text/alignment.h"
#include "metrics/text/tokens.h"
#include "metrics/transcript/columns.h"

namespace keur::transcript {
namespace {

struct Side {
  std::string text;  // normalised
  std::vector<std::string_view> words;
  std::vector<char32_t> points;

  void read(const Normaliser& normaliser, Fields fields) {
    const bool present = !fields.empty() && fields.front().has_value();
    normaliser.normalise(present ? *fields.front() : std::string_view(), text);
    split(text, words);
  }
};

// Counters are shared between threads; what they write on is not.
struct Scratch {
  Side reference, output;
  Aligner aligner;
};

Scratch& scratch_of_this_thread() {
  thread_local Scratch scratch;
  return scratch;
}

double rounded_share(long errors, std::size_t words) {
  constexpr double unit = 1 << 30;
  return std::round(static_cast<double>(errors) / static_cast<double>(words) * unit) / unit;
}

}  // namespace

Row TranscriptCounter::count(Fields reference_fields, Fields output_fields) const {
  auto& [reference, output, aligner] = scratch_of_this_thread();
  reference.read(normaliser_, reference_fields);
  output.read(normaliser_, output_fields);
  const EditCounts edits = aligner.count(reference.words, output.words);
  const std::size_t words = reference.words.size();
  code_points(reference.text, reference.points);
  code_points(output.text, output.points);

  Row row(static_cast<Eigen::Index>(column_count));
  row[matched] = static_cast<double>(edits.matched);
  row[substituted] = static_cast<double>(edits.substituted);
  row[removed] = static_cast<double>(edits.removed);
  row[inserted] = static_cast<double>(edits.inserted);
  row[reference_words] = static_cast<double>(words);
  row[output_words] = static_cast<double>(output.words.size());
  row[character_errors] = static_cast<double>(aligner.distance(reference.points, output.points));
  row[reference_characters] = static_cast<double>(reference.points.size());
  row[sentences] = 1;
  row[sentences_with_error] = edits.errors() > 0 ? 1 : 0;
  row[utterances_with_words] = words > 0 ? 1 : 0;
  row[utterance_wer_sum] = words > 0 ? rounded_share(edits.errors(), words) : 0;
  return row;
}

Comparison TranscriptCounter::compare(Fields reference_fields, Fields output_fields) const {
  auto& [reference, output, aligner] = scratch_of_this_thread();
  reference.read(normaliser_, reference_fields);
  output.read(normaliser_, output_fields);

  Comparison pieces;
  auto left = reference.words.begin();
  auto right = output.words.begin();
  for (const Edit edit : aligner.trace(reference.words, output.words)) switch (edit) {
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

}  // namespace keur::transcript
