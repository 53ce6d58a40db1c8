// SPDX-License-Identifier: Apache-2.0
// A recording as both sides have it, read into words and times.
//
// Turns are taken in order of their start where all turns of a side have times, else as given. A
// turn without a speaker is spoken by its channel. Each turn goes through the normaliser by itself,
// so what is said in two turns is never read as one number; in a CTM every word is a turn.
//
// What is not to be scored (IGNORE_TIME_SEGMENT_IN_SCORING) takes away, on both sides, the words
// whose middle lies in it, of its channel where both name one; a word's share of its turn is by
// letters. For who spoke when, that stretch of the whole recording is left out.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/alignment/diarisation.h"
#include "metrics/alignment/speakers.h"
#include "metrics/core/turns.h"
#include "metrics/text/normaliser.h"

namespace keur::conversation {

// A turn, or what was left of it where some of its words are not scored. It has a word.
struct Utterance {
  std::size_t speaker = 0;
  SpokenSegment said;  // times are 0 where the side has none
};

struct Side {
  std::vector<std::string> speakers;  // in the order in which they first speak
  std::vector<Utterance> utterances;
  std::vector<SpeakerTurn> turns;  // of the turns with times
  bool timed = true;               // no turn is without times

  // All words of each speaker; all segments of each.
  std::vector<Stream> streams() const;
  std::vector<SpokenStream> spoken_streams() const;
  // Who said a word or took time.
  std::size_t speaker_count() const;
};

struct Conversation {
  Side reference, output;
  std::vector<Turn> said_turns, written_turns;  // in order, without those not to be scored
  std::vector<Turn> unscored;                   // those of the reference
  std::vector<TimeSpan> scored;                 // empty: all of it
  std::vector<std::string> said, written;       // what the words lie in: these turns, normalised
};

// When each word of a turn with times is said: its share, by letters.
struct WordTime {
  double start, end;
  double middle() const { return (start + end) / 2; }
};
std::vector<WordTime> word_times(const Turn& turn, const Stream& words);

// Under what name a turn counts.
const std::string& speaker_of(const Turn& turn);

// Either text is of turns.h. `alternatives`: the turns hold alternatives (alternatives.h).
Conversation read_conversation(std::string_view reference, std::string_view output,
                               const Normaliser& normaliser, bool alternatives);

}  // namespace keur::conversation
