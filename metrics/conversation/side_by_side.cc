// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/side_by_side.h"

#include <optional>

namespace keur::conversation {
namespace {

const std::string nobody = "\u2013";

std::string name_of(const Side& side, std::optional<std::size_t> speaker) {
  if (!speaker) return nobody;
  return side.speakers[*speaker].empty() ? "(no name)" : side.speakers[*speaker];
}

// "75.25 s"; empty without times.
std::string time_of(const Side& side, Microseconds start) {
  if (!side.timed) return "";
  const Microseconds hundredths = start / 10'000;
  std::string text = std::to_string(hundredths % 100);
  if (text.size() == 1) text.insert(0, "0");
  return ", " + std::to_string(hundredths / 100) + "." + text + " s";
}

// The pieces of each utterance of a side, by its place in the side.
using Pieces = std::vector<Comparison>;

// The words of one speaker, and the utterance each stands in.
struct Words {
  Stream words;
  std::vector<std::size_t> utterance_of;

  Words(const Side& side, std::size_t speaker) {
    for (std::size_t at = 0; at < side.utterances.size(); ++at) {
      if (side.utterances[at].speaker != speaker) continue;
      for (const auto word : side.utterances[at].said.words) {
        words.push_back(word);
        utterance_of.push_back(at);
      }
    }
  }
};

void align(const Words& reference, const Words& output, Pieces& pieces) {
  Aligner aligner;
  std::size_t left = 0, right = 0, place = reference.utterance_of.front();
  for (const Edit edit : aligner.trace(reference.words, output.words)) {
    Piece piece{Mark::correct, "", ""};
    if (edit != Edit::insert) {
      place = reference.utterance_of[left];
      piece.reference = reference.words[left++];
    }
    if (edit != Edit::remove) piece.output = output.words[right++];
    if (edit == Edit::substitute) piece.mark = Mark::substituted;
    if (edit == Edit::remove) piece.mark = Mark::removed;
    if (edit == Edit::insert) piece.mark = Mark::inserted;
    pieces[place].push_back(std::move(piece));
  }
}

void append(Comparison& comparison, Comparison pieces, const std::string& speaker,
            const std::string& other, const std::string& time) {
  if (pieces.empty()) return;
  pieces.front().heading = speaker + " \u2192 " + other + time;
  comparison.insert(comparison.end(), std::make_move_iterator(pieces.begin()),
                    std::make_move_iterator(pieces.end()));
}

}  // namespace

Comparison side_by_side(const Conversation& recording) {
  const Side &reference = recording.reference, &output = recording.output;
  SpeakerAligner aligner;
  const auto output_of = aligner.cp(reference.streams(), output.streams()).output_of;

  Pieces pieces(reference.utterances.size());
  std::vector<bool> shown(output.speakers.size());
  for (std::size_t speaker = 0; speaker < output_of.size(); ++speaker) {
    const Words words(reference, speaker);
    if (words.words.empty()) continue;  // whoever it was given is shown at the end
    static const Words silence(Side{}, 0);
    if (!output_of[speaker]) {
      align(words, silence, pieces);
      continue;
    }
    shown[*output_of[speaker]] = true;
    align(words, Words(output, *output_of[speaker]), pieces);
  }

  Comparison comparison;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const Utterance& utterance = reference.utterances[at];
    append(comparison, std::move(pieces[at]), name_of(reference, utterance.speaker),
           name_of(output, output_of[utterance.speaker]), time_of(reference, utterance.said.start));
  }
  for (const Utterance& utterance : output.utterances) {
    if (shown[utterance.speaker]) continue;
    Comparison invented;
    for (const auto word : utterance.said.words)
      invented.push_back({Mark::inserted, "", std::string(word)});
    append(comparison, std::move(invented), nobody, name_of(output, utterance.speaker),
           time_of(output, utterance.said.start));
  }
  return comparison;
}

}  // namespace keur::conversation
