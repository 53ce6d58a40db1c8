// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/conversation.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "metrics/conversation/alternatives.h"
#include "metrics/text/tokens.h"

namespace keur::conversation {
namespace {

std::vector<Turn> turns_in_order(std::string_view text) {
  auto turns = read_turns(text);
  if (!turns) throw std::logic_error("a field of a recording that does not hold turns");
  const bool timed = std::all_of(turns->begin(), turns->end(),
                                 [](const Turn& turn) { return turn.start.has_value(); });
  if (timed)
    std::stable_sort(turns->begin(), turns->end(),
                     [](const Turn& one, const Turn& other) { return *one.start < *other.start; });
  return std::move(*turns);
}

// The reference says what is not scored; what the output says about that is left out.
std::vector<Turn> take_ignored(std::vector<Turn>& reference, std::vector<Turn>& output) {
  std::vector<Turn> ignored;
  for (const Turn& turn : reference)
    if (turn.ignore && turn.start && *turn.start < *turn.end) ignored.push_back(turn);
  for (std::vector<Turn>* turns : {&reference, &output})
    std::erase_if(*turns, [](const Turn& turn) { return turn.ignore; });
  return ignored;
}

bool is_ignored(const Turn& turn, double middle, const std::vector<Turn>& ignored) {
  return std::any_of(ignored.begin(), ignored.end(), [&](const Turn& stretch) {
    return (stretch.channel.empty() || turn.channel.empty() || stretch.channel == turn.channel) &&
           static_cast<double>(*stretch.start) <= middle &&
           middle < static_cast<double>(*stretch.end);
  });
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

// The words of a turn that are scored: runs of them, each with its share of the time.
void add_scored(const Turn& turn, const Stream& words, std::size_t speaker,
                const std::vector<Turn>& ignored, std::vector<Utterance>& utterances) {
  const std::vector<WordTime> times = word_times(turn, words);
  bool open = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_ignored(turn, times[i].middle(), ignored)) {
      open = false;
      continue;
    }
    if (!open) utterances.push_back({speaker, {std::llround(times[i].start), 0, {}}});
    open = true;
    utterances.back().said.end = std::llround(times[i].end);
    utterances.back().said.words.push_back(words[i]);
  }
}

// `texts`: what each turn says, normalised.
Side read_side(std::span<const Turn> turns, std::span<const std::string> texts,
               const std::vector<Turn>& ignored) {
  Side side;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const Turn& turn = turns[i];
    const std::string& name = speaker_of(turn);
    const auto known = std::find(side.speakers.begin(), side.speakers.end(), name);
    const auto speaker = static_cast<std::size_t>(known - side.speakers.begin());
    if (known == side.speakers.end()) side.speakers.push_back(name);
    Stream words;
    split(texts[i], words);
    if (!turn.start) {
      side.timed = false;
      if (!words.empty()) side.utterances.push_back({speaker, {0, 0, std::move(words)}});
      continue;
    }
    side.turns.push_back({*turn.start, *turn.end, static_cast<std::uint32_t>(speaker)});
    if (words.empty()) continue;
    if (ignored.empty())
      side.utterances.push_back({speaker, {*turn.start, *turn.end, std::move(words)}});
    else
      add_scored(turn, words, speaker, ignored, side.utterances);
  }
  return side;
}

// All but the ignored stretches. Where that is nothing, one span that holds nothing.
std::vector<TimeSpan> scored_spans(const std::vector<Turn>& unscored, const Side& reference,
                                   const Side& output) {
  if (unscored.empty()) return {};
  std::vector<TimeSpan> ignored;
  for (const Turn& turn : unscored) ignored.push_back({*turn.start, *turn.end});
  std::sort(ignored.begin(), ignored.end(),
            [](const TimeSpan& one, const TimeSpan& other) { return one.start < other.start; });
  Microseconds begin = 0, last = 0;
  for (const Side* side : {&reference, &output})
    for (const SpeakerTurn& turn : side->turns) last = std::max(last, turn.end);
  std::vector<TimeSpan> scored{{0, 0}};
  for (const TimeSpan& stretch : ignored) {
    if (begin < stretch.start) scored.push_back({begin, stretch.start});
    begin = std::max(begin, stretch.end);
  }
  if (begin < last) scored.push_back({begin, last});
  return scored;
}

std::vector<std::string> normalised(std::span<const Turn> turns, const Normaliser& normaliser) {
  std::vector<std::string> texts(turns.size());
  for (std::size_t i = 0; i < turns.size(); ++i) normaliser.normalise(turns[i].text, texts[i]);
  return texts;
}

}  // namespace

std::vector<WordTime> word_times(const Turn& turn, const Stream& words) {
  std::size_t total = 0, before = 0;
  for (const auto word : words) total += letters(word);
  const auto begin = static_cast<double>(*turn.start);
  const double letter = static_cast<double>(*turn.end - *turn.start) / static_cast<double>(total);
  std::vector<WordTime> times;
  for (const auto word : words) {
    const double start = begin + letter * static_cast<double>(before);
    before += letters(word);
    times.push_back({start, begin + letter * static_cast<double>(before)});
  }
  return times;
}

const std::string& speaker_of(const Turn& turn) {
  return turn.speaker.empty() ? turn.channel : turn.speaker;
}

std::vector<Stream> Side::streams() const {
  std::vector<Stream> result(speakers.size());
  for (const Utterance& utterance : utterances) {
    Stream& stream = result[utterance.speaker];
    stream.insert(stream.end(), utterance.said.words.begin(), utterance.said.words.end());
  }
  return result;
}

std::vector<SpokenStream> Side::spoken_streams() const {
  std::vector<SpokenStream> result(speakers.size());
  for (const Utterance& utterance : utterances) result[utterance.speaker].push_back(utterance.said);
  return result;
}

std::size_t Side::speaker_count() const {
  std::vector<bool> speaks(speakers.size());
  for (const Utterance& utterance : utterances) speaks[utterance.speaker] = true;
  for (const SpeakerTurn& turn : turns)
    if (turn.start < turn.end) speaks[turn.speaker] = true;
  return static_cast<std::size_t>(std::count(speaks.begin(), speaks.end(), true));
}

Conversation read_conversation(std::string_view reference_text, std::string_view output_text,
                               const Normaliser& normaliser, bool alternatives) {
  std::vector<Turn> reference = turns_in_order(reference_text),
                    output = turns_in_order(output_text);
  Conversation result;
  result.unscored = take_ignored(reference, output);
  if (alternatives) {
    Readings readings = choose_readings(reference, output, normaliser);
    result.said = std::move(readings.reference);
    result.written = std::move(readings.output);
  } else {
    result.said = normalised(reference, normaliser);
    result.written = normalised(output, normaliser);
  }
  result.reference = read_side(reference, result.said, result.unscored);
  result.output = read_side(output, result.written, result.unscored);
  result.scored = scored_spans(result.unscored, result.reference, result.output);
  result.said_turns = std::move(reference);
  result.written_turns = std::move(output);
  return result;
}

}  // namespace keur::conversation
