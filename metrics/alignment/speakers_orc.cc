// SPDX-License-Identifier: Apache-2.0
// Which stream each utterance of the reference belongs to.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "metrics/alignment/speakers.h"

namespace keur {
namespace {

using Symbols = std::vector<std::uint32_t>;
using Costs = std::vector<std::uint32_t>;  // of each number of words of a stream

std::vector<Symbols> numbered(std::span<const Stream> streams,
                              std::unordered_map<std::string_view, std::uint32_t>& numbers) {
  std::vector<Symbols> result;
  for (const Stream& stream : streams) {
    result.emplace_back();
    for (const auto word : stream) {
      const auto number = static_cast<std::uint32_t>(numbers.size());
      result.back().push_back(numbers.emplace(word, number).first->second);
    }
  }
  return result;
}

// One more reference word: from costs[j], that of j words of the stream, to the same with the word.
template <class Symbol>
void add_word(Costs& costs, std::size_t words, Symbol symbol_of, std::uint32_t word) {
  std::uint32_t diagonal = costs[0];
  std::uint32_t before = ++costs[0];
  for (std::size_t j = 1; j <= words; ++j) {
    const std::uint32_t above = costs[j];
    before = std::min({diagonal + (symbol_of(j - 1) == word ? 0u : 1u), above + 1, before + 1});
    costs[j] = before;
    diagonal = above;
  }
}

void add_forwards(Costs& costs, const Symbols& stream, const Symbols& utterance) {
  for (const std::uint32_t word : utterance)
    add_word(
        costs, stream.size(), [&stream](std::size_t at) { return stream[at]; }, word);
}

// Here costs[j] is that of the last j words.
void add_backwards(Costs& costs, const Symbols& stream, const Symbols& utterance) {
  for (std::size_t at = utterance.size(); at-- > 0;)
    add_word(
        costs, stream.size(), [&stream](std::size_t j) { return stream[stream.size() - 1 - j]; },
        utterance[at]);
}

std::uint32_t least_sum(const Costs& forwards, const Costs& backwards) {
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t j = 0; j < forwards.size(); ++j)
    least = std::min(least, forwards[j] + backwards[forwards.size() - 1 - j]);
  return least;
}

Costs only_insertions(const Symbols& stream) {
  Costs costs(stream.size() + 1);
  for (std::size_t j = 0; j < costs.size(); ++j) costs[j] = static_cast<std::uint32_t>(j);
  return costs;
}

std::vector<Costs> only_insertions(const std::vector<Symbols>& streams) {
  std::vector<Costs> costs;
  for (const Symbols& stream : streams) costs.push_back(only_insertions(stream));
  return costs;
}

// One pass in order: whether any utterance moved. Before and after each utterance the others stay
// where they are.
bool move_once(const std::vector<Symbols>& utterances, const std::vector<Symbols>& streams,
               std::vector<std::size_t>& stream_of) {
  std::vector<Costs> forwards = only_insertions(streams), backwards = forwards;
  std::vector<Costs> after(utterances.size());  // of the stream of an utterance, without it
  for (std::size_t at = utterances.size(); at-- > 0;) {
    Costs& costs = backwards[stream_of[at]];
    after[at] = costs;
    add_backwards(costs, streams[stream_of[at]], utterances[at]);
  }
  bool moved = false;
  for (std::size_t at = 0; at < utterances.size(); ++at) {
    std::size_t& chosen = stream_of[at];
    backwards[chosen] = std::move(after[at]);
    // What the utterance adds to a stream; all other streams stay as they are.
    std::vector<Costs> with = forwards;
    std::vector<std::int64_t> added;
    for (std::size_t stream = 0; stream < streams.size(); ++stream) {
      add_forwards(with[stream], streams[stream], utterances[at]);
      added.push_back(std::int64_t{least_sum(with[stream], backwards[stream])} -
                      std::int64_t{least_sum(forwards[stream], backwards[stream])});
    }
    const auto best = std::min_element(added.begin(), added.end());
    if (*best < added[chosen]) {
      chosen = static_cast<std::size_t>(best - added.begin());
      moved = true;
    }
    forwards[chosen] = std::move(with[chosen]);
  }
  return moved;
}

}  // namespace

OrcCounts SpeakerAligner::orc_greedy(std::span<const Stream> utterances,
                                     std::span<const Stream> output) {
  if (output.empty()) return orc_counts(utterances, output, {});
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto left = numbered(utterances, numbers), right = numbered(output, numbers);
  std::vector<std::size_t> stream_of(utterances.size(), 0);
  // Every move makes the total less, so it ends.
  while (move_once(left, right, stream_of)) {
  }
  return orc_counts(utterances, output, std::move(stream_of));
}

// The state after some utterances: how many words of each stream are used. Each utterance is
// written along the axis of each stream; beside the cost travels where on the axis it began.
std::optional<OrcCounts> SpeakerAligner::orc_exact(std::span<const Stream> utterances,
                                                   std::span<const Stream> output,
                                                   std::size_t most_cells) {
  if (output.empty()) return orc_counts(utterances, output, {});
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto left = numbered(utterances, numbers), right = numbered(output, numbers);
  std::size_t states = 1;
  std::vector<std::size_t> strides;
  for (const Symbols& stream : right) {
    strides.push_back(states);
    if (states > most_cells / (stream.size() + 1)) return std::nullopt;
    states *= stream.size() + 1;
  }
  if (states > most_cells / std::max<std::size_t>(utterances.size(), 1)) return std::nullopt;

  struct Origin {
    std::uint32_t stream, from;  // `from`: the state before the utterance
  };
  std::vector<std::vector<Origin>> origins(left.size(), std::vector<Origin>(states));
  constexpr std::uint64_t one_cost = std::uint64_t{1} << 32;
  std::vector<std::uint32_t> costs(states);
  for (std::size_t state = 0; state < states; ++state)
    for (std::size_t axis = 0; axis < right.size(); ++axis)
      costs[state] += static_cast<std::uint32_t>(state / strides[axis] % (right[axis].size() + 1));
  for (std::size_t at = 0; at < left.size(); ++at) {
    std::vector<std::uint32_t> next(states, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t axis = 0; axis < right.size(); ++axis) {
      const std::size_t words = right[axis].size(), stride = strides[axis];
      std::vector<std::uint64_t> line(words + 1);  // cost in the upper half, origin in the lower
      for (std::size_t start = 0; start < states; ++start) {
        if (start / stride % (words + 1) != 0) continue;
        for (std::size_t j = 0; j <= words; ++j)
          line[j] = costs[start + j * stride] * one_cost + start + j * stride;
        for (const std::uint32_t word : left[at]) {
          std::uint64_t diagonal = line[0];
          std::uint64_t before = line[0] += one_cost;
          for (std::size_t j = 1; j <= words; ++j) {
            const std::uint64_t above = line[j];
            before = std::min({diagonal + (right[axis][j - 1] == word ? 0 : one_cost),
                               above + one_cost, before + one_cost});
            line[j] = before;
            diagonal = above;
          }
        }
        for (std::size_t j = 0; j <= words; ++j) {
          const std::size_t state = start + j * stride;
          const auto cost = static_cast<std::uint32_t>(line[j] >> 32);
          if (cost >= next[state]) continue;
          next[state] = cost;
          origins[at][state] = {static_cast<std::uint32_t>(axis),
                                static_cast<std::uint32_t>(line[j] & (one_cost - 1))};
        }
      }
    }
    costs.swap(next);
  }
  std::vector<std::size_t> stream_of(left.size());
  std::size_t state = states - 1;
  for (std::size_t at = left.size(); at-- > 0;) {
    stream_of[at] = origins[at][state].stream;
    state = origins[at][state].from;
  }
  return orc_counts(utterances, output, std::move(stream_of));
}

}  // namespace keur
