// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/alternatives.h"

#include "metrics/alignment/network_text.h"
#include "metrics/transcript/spoken_commands.h"

namespace keur::transcript {
namespace {

void append(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

}  // namespace

NetworkOptions AlternativeReader::notation() const {
  return {
      .optional_words = options_.optional_words, .fragments = options_.fragments, .tags = false};
}

std::optional<NetworkError> AlternativeReader::fault(std::string_view text) const {
  return network_text_fault(text, notation());
}

WordNetwork AlternativeReader::network(std::string_view text, bool is_reference) const {
  const std::string given = is_reference ? without_commands(text) : std::string(text);
  return network_of(normalised_network_text(given, normaliser_, notation()), notation());
}

void AlternativeReader::choose(std::string_view reference, std::string_view output,
                               NetworkAligner& aligner, ChosenReading& reading) const {
  const WordNetwork left = network(reference, true), right = network(output, false);
  reading.reference.clear();
  reading.output.clear();
  reading.trace.clear();
  for (const NetworkStep& step : aligner.trace(left, right)) {
    const std::string* said =
        step.reference_arc == NetworkStep::none ? nullptr : &left.arcs()[step.reference_arc].word;
    const std::string* written =
        step.output_arc == NetworkStep::none ? nullptr : &right.arcs()[step.output_arc].word;
    if (step.edit == Edit::match) {
      if (!said) said = written;
      written = said;
    }
    if (said) append(reading.reference, *said);
    if (written) append(reading.output, *written);
    reading.trace.push_back(step.edit);
  }
}

}  // namespace keur::transcript
