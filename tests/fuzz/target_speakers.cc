// SPDX-License-Identifier: Apache-2.0
// Speakers and their times against the slow twins: cpWER, tcpWER, ORC WER, diarisation. The first
// line is a collar, every other one a segment "r0 12 3 no fever": r or o (reference or output) and
// the speaker, when it starts, how long it lasts, what is said.
#include <charconv>
#include <cmath>

#include "metrics/alignment/diarisation_textbook.h"
#include "metrics/alignment/speakers_textbook.h"
#include "metrics/core/utf8.h"
#include "tests/fuzz/target.h"

namespace keur {
namespace {

constexpr std::size_t most_speakers = 3, most_segments = 8, most_words = 12;

struct Side {
  std::vector<SpokenStream> speakers{most_speakers};
  std::vector<Stream> words{most_speakers}, utterances;
  std::vector<SpeakerTurn> turns;
};

Microseconds below(std::string_view text, Microseconds most) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return static_cast<Microseconds>(number) % most;
}

void add_segment(Side& side, const std::vector<std::string_view>& parts) {
  const std::size_t speaker =
      parts[0].size() < 2 ? 0 : static_cast<unsigned char>(parts[0][1]) % most_speakers;
  SpokenSegment segment;
  segment.start = parts.size() > 1 ? below(parts[1], 40) : 0;
  segment.end = segment.start + (parts.size() > 2 ? below(parts[2], 12) : 0);
  for (std::size_t i = 3; i < parts.size(); ++i) segment.words.push_back(parts[i]);
  side.turns.push_back({segment.start, segment.end, static_cast<std::uint32_t>(speaker)});
  side.utterances.push_back(segment.words);
  side.speakers[speaker].push_back(std::move(segment));
}

// The words of each speaker in the order in which they were said.
void join_words(Side& side) {
  for (std::size_t speaker = 0; speaker < most_speakers; ++speaker) {
    SpokenStream& segments = side.speakers[speaker];
    std::stable_sort(segments.begin(), segments.end(),
                     [](const auto& one, const auto& other) { return one.start < other.start; });
    Stream& all = side.words[speaker];
    for (const SpokenSegment& segment : segments)
      all.insert(all.end(), segment.words.begin(), segment.words.end());
  }
}

void check_counts(const EditCounts& counts, const std::vector<Stream>& reference,
                  const std::vector<Stream>& output) {
  const auto words = [](const std::vector<Stream>& streams) {
    long sum = 0;
    for (const Stream& stream : streams) sum += static_cast<long>(stream.size());
    return sum;
  };
  hold(counts.matched + counts.substituted + counts.removed == words(reference) &&
           counts.matched + counts.substituted + counts.inserted == words(output) &&
           std::min({counts.matched, counts.substituted, counts.removed, counts.inserted}) >= 0,
       "counts that do not add up to the words");
}

void check_diarisation(const Side& reference, const Side& output,
                       const DiarisationOptions& options) {
  const auto counts = compare_speakers(reference.turns, output.turns, options);
  const auto twin = textbook_diarisation(reference.turns, output.turns, options, 60);
  hold(counts.reference == twin.reference && counts.missed == twin.missed &&
           counts.false_alarm == twin.false_alarm && twin.confused.count(counts.confused) == 1,
       "other times than by the clock");
  hold(counts.jaccard_speakers == twin.jaccard_speakers &&
           std::abs(counts.jaccard_error_sum - twin.jaccard_error_sum) < 1e-9,
       "another Jaccard error than by the clock");
}

void run(std::string_view bytes) {
  if (first_invalid_utf8(bytes)) return;  // a word's share of time goes by its letters
  const Microseconds collar = below(take_line(bytes), 8);
  Side reference, output;
  for (std::size_t segments = 0; !bytes.empty() && segments < 2 * most_segments; ++segments) {
    const auto parts = cut(take_line(bytes), 3 + most_words);
    if (parts.empty()) continue;
    Side& side = parts[0][0] == 'o' ? output : reference;
    if (side.turns.size() < most_segments) add_segment(side, parts);
  }
  join_words(reference);
  join_words(output);
  static SpeakerAligner aligner;
  const EditCounts cp = aligner.cp(reference.words, output.words).edits;
  check_counts(cp, reference.words, output.words);
  hold(cp.errors() == textbook_cp_errors(reference.words, output.words), "cpWER is not the least");

  const EditCounts tcp = aligner.tcp(reference.speakers, output.speakers, collar).edits;
  check_counts(tcp, reference.words, output.words);
  hold(tcp.errors() == textbook_tcp_errors(reference.speakers, output.speakers, collar),
       "tcpWER is not the least");
  hold(tcp.errors() >= cp.errors(), "times made cpWER better");

  if (reference.utterances.size() > 5) reference.utterances.resize(5);
  for (Stream& utterance : reference.utterances)
    if (utterance.size() > 4) utterance.resize(4);
  const auto exact = aligner.orc_exact(reference.utterances, output.words);
  const EditCounts greedy = aligner.orc_greedy(reference.utterances, output.words).edits;
  check_counts(greedy, reference.utterances, output.words);
  if (exact) {
    check_counts(exact->edits, reference.utterances, output.words);
    hold(exact->edits.errors() == textbook_orc_errors(reference.utterances, output.words),
         "ORC WER is not the least");
    hold(greedy.errors() >= exact->edits.errors(), "the greedy way is better than the best");
  }

  for (const auto convention :
       {CollarConvention::md_eval_each_side, CollarConvention::pyannote_total})
    for (const bool skip_overlap : {false, true})
      check_diarisation(reference, output, {collar, convention, skip_overlap});
}

}  // namespace

const Target& target_speakers();
const Target& target_speakers() {
  static const Target target{"speakers", run};
  return target;
}

}  // namespace keur
