// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/alternatives.h"

#include <algorithm>
#include <map>

#include "metrics/alignment/assignment.h"
#include "metrics/alignment/network_aligner.h"
#include "metrics/alignment/network_text.h"
#include "metrics/conversation/conversation.h"

namespace keur::conversation {
namespace {

constexpr NetworkOptions notation{.optional_words = false, .fragments = false, .tags = false};

// All turns of a speaker as one network, and of which turn each of its arcs is.
struct Speaker {
  WordNetwork network;
  std::vector<std::size_t> turn_of;  // arc 0 belongs to none
};

std::vector<Speaker> speakers_of(std::span<const Turn> turns, std::span<const std::string> marked) {
  std::map<std::string_view, std::size_t> numbers;
  std::vector<std::string> texts;
  std::vector<Speaker> speakers;
  for (std::size_t turn = 0; turn < turns.size(); ++turn) {
    const auto [found, fresh] = numbers.emplace(speaker_of(turns[turn]), speakers.size());
    if (fresh) {
      texts.emplace_back();
      speakers.push_back({{}, {0}});
    }
    texts[found->second] += marked[turn] + ' ';
    // All ways meet between two turns, so the arcs of a turn follow those of the one before.
    speakers[found->second].turn_of.resize(speakers[found->second].turn_of.size() +
                                               network_of(marked[turn], notation).arcs().size() - 1,
                                           turn);
  }
  for (std::size_t i = 0; i < speakers.size(); ++i)
    speakers[i].network = network_of(texts[i], notation);
  return speakers;
}

void add_word(const Speaker& speaker, std::uint32_t arc, std::vector<std::string>& texts) {
  if (arc == NetworkStep::none || speaker.network.arcs()[arc].null) return;
  std::string& text = texts[speaker.turn_of[arc]];
  text += (text.empty() ? "" : " ") + speaker.network.arcs()[arc].word;
}

}  // namespace

std::optional<std::string> notation_fault(std::span<const Turn> turns) {
  for (std::size_t at = 0; at < turns.size(); ++at)
    if (const auto fault = network_text_fault(turns[at].text, notation))
      return "turn " + std::to_string(at + 1) + ": " + fault->message;
  return std::nullopt;
}

Readings choose_readings(std::span<const Turn> reference, std::span<const Turn> output,
                         const Normaliser& normaliser) {
  const auto marked = [&normaliser](std::span<const Turn> turns) {
    std::vector<std::string> texts;
    for (const Turn& turn : turns)
      texts.push_back(normalised_network_text(turn.text, normaliser, notation));
    return texts;
  };
  std::vector<Speaker> left = speakers_of(reference, marked(reference)),
                       right = speakers_of(output, marked(output));
  // Whoever is left over is compared with nobody.
  const std::size_t size = std::max(left.size(), right.size());
  for (std::vector<Speaker>* side : {&left, &right})
    while (side->size() < size) side->push_back({network_of("", notation), {0}});

  NetworkAligner aligner;
  std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      costs[i][j] = aligner.count(left[i].network, right[j].network).errors();
  const std::vector<std::size_t> other_of = least_cost_assignment(costs);

  Readings readings{std::vector<std::string>(reference.size()),
                    std::vector<std::string>(output.size())};
  for (std::size_t i = 0; i < size; ++i)
    for (const NetworkStep& step : aligner.trace(left[i].network, right[other_of[i]].network)) {
      add_word(left[i], step.reference_arc, readings.reference);
      add_word(right[other_of[i]], step.output_arc, readings.output);
    }
  return readings;
}

}  // namespace keur::conversation
