// SPDX-License-Identifier: Apache-2.0
// From one recording as both sides have it to one row of counts (columns.h), and to a comparison
// for a reader.
#pragma once
#include <cstddef>
#include <optional>

#include "metrics/alignment/diarisation.h"
#include "metrics/conversation/conversation.h"
#include "metrics/core/family.h"
#include "metrics/text/normaliser.h"

namespace keur::conversation {

struct Rules {
  const Normaliser* normaliser = nullptr;  // has to outlive the counter
  bool alternatives = false;               // alternatives.h
  Microseconds collar = 0;                 // of tcpWER
  DiarisationOptions diarisation = {};
  // Of how many people at once words are compared with one stream (stretches.h). nullopt: never.
  std::optional<std::size_t> overlap_limit = std::nullopt;
};

// ORC WER is exact where utterances x the product of (words + 1) of all output speakers is no more
// than this; else it is the greedy one of speakers.h, never less than the exact one. Eight bytes
// each while a recording is counted.
constexpr std::size_t most_orc_cells = std::size_t{1} << 22;

// Fields: the turns (turns.h) of the reference, and of the output; absent: no turns.
class ConversationCounter final : public Counter {
 public:
  explicit ConversationCounter(const Rules& rules) : rules_(rules) {}
  // Only where the rules allow alternatives.
  std::optional<TextFault> reference_fault(Fields reference) const override;
  std::optional<TextFault> output_fault(Fields output) const override;
  // Only with an overlap limit: where people who speak at once say too much.
  std::optional<TextFault> case_fault(Fields reference, Fields output) const override;
  Row count(Fields reference, Fields output) const override;
  // Utterance by utterance of the reference, in their order, each with its speaker and the one of
  // the output that fits best; what is then left of the output at its end.
  Examination examine(Fields reference, Fields output) const override;

 private:
  std::optional<TextFault> fault(Fields fields) const;
  Conversation read(Fields reference, Fields output) const;

  Rules rules_;
};

}  // namespace keur::conversation
