// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/stretches.h"

#include <algorithm>
#include <map>
#include <string>

#include "metrics/text/tokens.h"

namespace keur::conversation {
namespace {

// Turns of a stretch, and their words.
struct Gathered {
  Microseconds start = 0, end = 0;
  bool scored = true;
  std::map<std::string, Stream> reference;
  Stream output;
};

// By channel, each in order of time.
using Channels = std::map<std::string, std::vector<Gathered>>;

struct Said {
  const Turn* turn;
  Stream words;
};

bool is_gap(const Turn& turn) { return speaker_of(turn) == "inter_segment_gap"; }

bool all_name_a_channel(const Conversation& recording) {
  for (const auto* turns : {&recording.said_turns, &recording.written_turns, &recording.unscored})
    for (const Turn& turn : *turns)
      if (turn.channel.empty()) return false;
  return true;
}

Channels gather(const Conversation& recording, bool by_channel) {
  std::vector<Said> said;
  for (std::size_t i = 0; i < recording.said_turns.size(); ++i) {
    said.push_back({&recording.said_turns[i], {}});
    split(recording.said[i], said.back().words);
  }
  for (const Turn& turn : recording.unscored) said.push_back({&turn, {}});
  std::stable_sort(said.begin(), said.end(), [](const Said& one, const Said& other) {
    return *one.turn->start < *other.turn->start;
  });
  Channels channels;
  for (const Said& one : said) {
    auto& stretches = channels[by_channel ? one.turn->channel : ""];
    if (stretches.empty() || *one.turn->start >= stretches.back().end)
      stretches.push_back({*one.turn->start, *one.turn->end, true, {}, {}});
    Gathered& last = stretches.back();
    last.end = std::max(last.end, *one.turn->end);
    last.scored = last.scored && !one.turn->ignore;
    Stream& words = last.reference[speaker_of(*one.turn)];
    words.insert(words.end(), one.words.begin(), one.words.end());
  }
  return channels;
}

// The stretch in which a moment lies; nullptr if it is none.
Gathered* at_moment(std::vector<Gathered>& stretches, double moment) {
  const auto after = std::upper_bound(
      stretches.begin(), stretches.end(), moment,
      [](double time, const Gathered& one) { return time < static_cast<double>(one.start); });
  if (after == stretches.begin()) return nullptr;
  Gathered& found = *(after - 1);
  return moment < static_cast<double>(found.end) ? &found : nullptr;
}

}  // namespace

Stretches cut_into_stretches(const Conversation& recording) {
  const bool by_channel = all_name_a_channel(recording);
  Channels channels = gather(recording, by_channel);
  Stretches result;
  Stream words;
  for (std::size_t i = 0; i < recording.written_turns.size(); ++i) {
    const Turn& turn = recording.written_turns[i];
    words.clear();
    split(recording.written[i], words);
    const std::vector<WordTime> times = word_times(turn, words);
    for (std::size_t w = 0; w < words.size(); ++w) {
      Gathered* stretch = at_moment(channels[by_channel ? turn.channel : ""], times[w].middle());
      if (stretch)
        stretch->output.push_back(words[w]);
      else
        ++result.outside;
    }
  }
  const auto tells_gaps = [](const std::vector<Turn>& turns) {
    return std::any_of(turns.begin(), turns.end(), is_gap);
  };
  if (tells_gaps(recording.said_turns) || tells_gaps(recording.unscored)) result.outside = 0;
  for (auto& [name, stretches] : channels)
    for (Gathered& one : stretches) {
      if (!one.scored) continue;
      result.scored.push_back({one.start, one.end, {}, std::move(one.output)});
      for (auto& [speaker, said] : one.reference)
        result.scored.back().reference.push_back(std::move(said));
    }
  return result;
}

}  // namespace keur::conversation
