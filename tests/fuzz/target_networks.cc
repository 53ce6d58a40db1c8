// SPDX-License-Identifier: Apache-2.0
// Texts with alternatives, read and aligned, against the slow twins. The first line is a digit, the
// sum of 1 (optional words), 2 (fragments) and 4 (tags); then the reference and the output.
#include <algorithm>

#include "metrics/alignment/network_textbook.h"
#include "tests/fuzz/target.h"

namespace keur {
namespace {

std::optional<WordNetwork> parsed(std::string_view text, const NetworkOptions& options) {
  NetworkError error;
  auto network = WordNetwork::parse(text, options, error);
  if (!network) {
    hold(error.at <= text.size() && !error.message.empty(), "an error without a place");
    return std::nullopt;
  }
  hold(!network->ends().empty(), "a text without an end");
  for (std::size_t at = 0; at < network->arcs().size(); ++at) {
    const WordNetwork::Arc& arc = network->arcs()[at];
    hold(at == 0 || !arc.predecessors.empty(), "an arc that nothing precedes");
    hold(arc.predecessors.size() <= WordNetwork::most_predecessors, "too many predecessors");
    for (const std::uint32_t before : arc.predecessors) hold(before < at, "an arc out of order");
  }
  return network;
}

// How many readings there are; stops counting at a thousand.
std::size_t readings(const WordNetwork& network) {
  std::vector<std::size_t> ways(network.arcs().size());
  ways[0] = 1;
  for (std::size_t at = 1; at < ways.size(); ++at) {
    for (const std::uint32_t before : network.arcs()[at].predecessors) ways[at] += ways[before];
    ways[at] = std::min<std::size_t>(ways[at], 1000);
  }
  std::size_t sum = 0;
  for (const std::uint32_t end : network.ends()) sum += ways[end];
  return sum;
}

// The fragment "-@" matches "@", as in sclite; a reading without @ does not see that.
bool stands_for_no_word(const WordNetwork& network) {
  WordNetwork::Arc no_word;
  no_word.word = "@";
  no_word.null = true;
  return std::any_of(
      network.arcs().begin() + 1, network.arcs().end(),
      [&no_word](const WordNetwork::Arc& arc) { return !arc.null && same_word(arc, no_word); });
}

long cost(const std::vector<NetworkStep>& trace) {
  long sum = 0;
  for (const NetworkStep& step : trace) {
    const bool alone =
        step.reference_arc == NetworkStep::none || step.output_arc == NetworkStep::none;
    sum += step.edit == Edit::substitute ? 4 : step.edit != Edit::match ? 3 : alone ? 2 : 0;
  }
  return sum;
}

void run(std::string_view bytes) {
  const std::string_view first = take_line(bytes);
  const unsigned bits = first.empty() ? 0 : static_cast<unsigned char>(first[0]) % 8u;
  const NetworkOptions options{(bits & 1u) != 0, (bits & 2u) != 0, (bits & 4u) != 0};
  const auto reference = parsed(take_line(bytes).substr(0, 600), options),
             output = parsed(take_line(bytes).substr(0, 600), options);
  if (!reference || !output) return;
  static NetworkAligner aligner;
  const auto trace = aligner.trace(*reference, *output);
  hold(trace == textbook_network_trace(*reference, *output), "another way than the whole table's");
  EditCounts wanted;
  for (const NetworkStep& step : trace) {
    wanted.matched += step.edit == Edit::match;
    wanted.substituted += step.edit == Edit::substitute;
    wanted.removed += step.edit == Edit::remove;
    wanted.inserted += step.edit == Edit::insert;
  }
  const EditCounts counts = aligner.count(*reference, *output);
  hold(counts.matched == wanted.matched && counts.substituted == wanted.substituted &&
           counts.removed == wanted.removed && counts.inserted == wanted.inserted,
       "the counts are not those of the way");
  if (readings(*reference) * readings(*output) < 100 && !stands_for_no_word(*reference) &&
      !stands_for_no_word(*output))
    hold(cost(trace) == cheapest_pair_of_readings(*reference, *output),
         "a pair of readings is cheaper");
}

}  // namespace

const Target& target_networks();
const Target& target_networks() {
  static const Target target{"networks", run};
  return target;
}

}  // namespace keur
