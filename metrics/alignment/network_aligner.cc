// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/network_aligner.h"

#include <algorithm>

namespace keur {
namespace {

constexpr float unreachable = 1e30f;

float gap_cost(const WordNetwork::Arc& arc) {
  return arc.null ? 0.001f : arc.optional ? 2.0f : 3.0f;
}

float pair_cost(const WordNetwork::Arc& one, const WordNetwork::Arc& other) {
  if (one.null && other.null) return 1.0f;
  return same_word(one, other) ? 0.0f : 4.0f;
}

// How many words a way through the network has up to an arc, that one included, and after it.
struct Extent {
  long least_before = 0, most_before = 0, least_after = 0, most_after = 0;
};

std::vector<Extent> extents(const WordNetwork& network) {
  const auto& arcs = network.arcs();
  constexpr long many = std::numeric_limits<long>::max() / 4;
  std::vector<Extent> result(arcs.size(), {many, 0, many, 0});
  const auto words = [&arcs](std::size_t arc) { return arc == 0 || arcs[arc].null ? 0L : 1L; };
  result[0].least_before = 0;
  for (std::size_t arc = 1; arc < arcs.size(); ++arc)
    for (const std::uint32_t before : arcs[arc].predecessors) {
      Extent& extent = result[arc];
      extent.least_before = std::min(extent.least_before, result[before].least_before + words(arc));
      extent.most_before = std::max(extent.most_before, result[before].most_before + words(arc));
    }
  for (const std::uint32_t arc : network.ends()) result[arc].least_after = 0;
  for (std::size_t arc = arcs.size(); arc-- > 1;)
    for (const std::uint32_t before : arcs[arc].predecessors) {
      Extent& extent = result[before];
      extent.least_after = std::min(extent.least_after, result[arc].least_after + words(arc));
      extent.most_after = std::max(extent.most_after, result[arc].most_after + words(arc));
    }
  return result;
}

// For each column bounds, rising from column to column, of how far right in the output it can be.
struct Bounds {
  std::vector<long> at_most;   // the running maximum of most_before - least_after
  std::vector<long> at_least;  // the minimum, from here on, of least_before - most_after
};

Bounds bounds(const std::vector<Extent>& output) {
  Bounds result;
  for (const Extent& extent : output) {
    result.at_most.push_back(extent.most_before - extent.least_after);
    result.at_least.push_back(extent.least_before - extent.most_after);
  }
  for (std::size_t column = 1; column < output.size(); ++column)
    result.at_most[column] = std::max(result.at_most[column], result.at_most[column - 1]);
  for (std::size_t column = output.size() - 1; column-- > 0;)
    result.at_least[column] = std::min(result.at_least[column], result.at_least[column + 1]);
  return result;
}

}  // namespace

float NetworkAligner::Row::cost(std::size_t column) const {
  return column < begin || column >= begin + costs.size() ? unreachable : costs[column - begin];
}

// What a way that reads the first alternatives costs: a cheapest one costs no more.
float NetworkAligner::dearest(const WordNetwork& reference, const WordNetwork& output) {
  std::size_t nulls = 0;
  const auto words_of = [&nulls](const WordNetwork& network) {
    std::vector<std::string_view> words;
    for (const std::uint32_t arc : network.first_reading()) {
      if (network.arcs()[arc].null)
        ++nulls;
      else
        words.push_back(network.arcs()[arc].word);
    }
    return words;
  };
  const auto left = words_of(reference), right = words_of(output);
  const EditCounts counts = aligner_.count(left, right);
  return 3.0f * static_cast<float>(counts.removed + counts.inserted) +
         4.0f * static_cast<float>(counts.substituted) + 0.001f * static_cast<float>(nulls);
}

// A way through a cell whose readings differ in length by g words before it and by h after it has
// at least g + h gaps: cells where these cost more than the dearest way need not be looked at.
void NetworkAligner::fill(const WordNetwork& reference, const WordNetwork& output) {
  const auto is_optional = [](const WordNetwork::Arc& arc) { return arc.optional; };
  const bool any_optional =
      std::any_of(reference.arcs().begin(), reference.arcs().end(), is_optional) ||
      std::any_of(output.arcs().begin(), output.arcs().end(), is_optional);
  // One more, because sums of floats are not exact.
  const long most_gaps =
      static_cast<long>(dearest(reference, output) / (any_optional ? 2.0f : 3.0f)) + 1;
  const std::vector<Extent> left = extents(reference);
  const Bounds right = bounds(extents(output));

  const std::size_t count = reference.arcs().size();
  std::vector<std::size_t> last_use(count, 0);
  for (std::size_t row = 0; row < count; ++row)
    for (const std::uint32_t before : reference.arcs()[row].predecessors) last_use[before] = row;
  for (const std::uint32_t row : reference.ends()) last_use[row] = count;
  std::vector<std::vector<std::uint32_t>> done_after(count);
  for (std::size_t row = 0; row < count; ++row)
    if (last_use[row] < count) done_after[last_use[row]].push_back(static_cast<std::uint32_t>(row));

  rows_.assign(count, {});
  for (std::size_t row = 0; row < count; ++row) {
    const long least = left[row].least_before - left[row].most_after - most_gaps;
    const long most = left[row].most_before - left[row].least_after + most_gaps;
    const auto begin = std::lower_bound(right.at_most.begin(), right.at_most.end(), least);
    const auto end = std::upper_bound(right.at_least.begin(), right.at_least.end(), most);
    const auto first = begin - right.at_most.begin(), last = end - right.at_least.begin();
    rows_[row].begin = static_cast<std::size_t>(first);
    const auto width = static_cast<std::size_t>(std::max<std::ptrdiff_t>(last - first, 0));
    rows_[row].costs.assign(width, unreachable);
    rows_[row].choices.assign(width, {Edit::match, 0, 0});
    fill_row(reference, output, row);
    for (const std::uint32_t done : done_after[row]) rows_[done].costs = {};
  }
}

void NetworkAligner::fill_row(const WordNetwork& reference, const WordNetwork& output,
                              std::size_t row) {
  const WordNetwork::Arc& word = reference.arcs()[row];
  Row& here = rows_[row];
  for (std::size_t at = 0; at < here.costs.size(); ++at) {
    const std::size_t column = here.begin + at;
    if (row == 0 && column == 0) {
      here.costs[at] = 0;
      continue;
    }
    const WordNetwork::Arc& other = output.arcs()[column];
    const auto &before = word.predecessors, &other_before = other.predecessors;
    float insertion = unreachable, removal = unreachable, pair = unreachable;
    Choice insert{Edit::insert, 0, 0}, remove{Edit::remove, 0, 0}, match{Edit::match, 0, 0};
    const auto offer = [](float cost, float& best, Choice& choice, std::size_t i, std::size_t j) {
      if (cost >= best) return;
      best = cost;
      choice.reference = static_cast<std::uint8_t>(i);
      choice.output = static_cast<std::uint8_t>(j);
    };
    for (std::size_t j = 0; j < other_before.size(); ++j)
      offer(here.cost(other_before[j]), insertion, insert, 0, j);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const Row& above = rows_[before[i]];
      offer(above.cost(column), removal, remove, i, 0);
      for (std::size_t j = 0; j < other_before.size(); ++j)
        offer(above.cost(other_before[j]), pair, match, i, j);
    }
    if (column > 0) insertion += gap_cost(other);
    if (row > 0) removal += gap_cost(word);
    if (row > 0 && column > 0) pair += pair_cost(word, other);

    if (row > 0 && column > 0 && pair <= removal && pair <= insertion) {
      here.costs[at] = pair;
      here.choices[at] = match;
    } else if (removal < insertion) {
      here.costs[at] = removal;
      here.choices[at] = remove;
    } else {
      here.costs[at] = insertion;
      here.choices[at] = insert;
    }
  }
}

const std::vector<NetworkStep>& NetworkAligner::trace(const WordNetwork& reference,
                                                      const WordNetwork& output) {
  fill(reference, output);
  std::uint32_t row = 0, column = 0;
  float best = unreachable;
  for (const std::uint32_t end : reference.ends())
    for (const std::uint32_t other_end : output.ends())
      if (rows_[end].cost(other_end) < best) {
        best = rows_[end].cost(other_end);
        row = end;
        column = other_end;
      }

  trace_.clear();
  while (row > 0 || column > 0) {
    const WordNetwork::Arc &word = reference.arcs()[row], &other = output.arcs()[column];
    const Choice choice = rows_[row].choices[column - rows_[row].begin];
    switch (choice.edit) {
      case Edit::remove:
        if (!word.null)
          trace_.push_back({word.optional ? Edit::match : Edit::remove, row, NetworkStep::none});
        break;
      case Edit::insert:
        if (!other.null)
          trace_.push_back(
              {other.optional ? Edit::match : Edit::insert, NetworkStep::none, column});
        break;
      default:
        if (!word.null || !other.null)
          trace_.push_back({same_word(word, other) ? Edit::match : Edit::substitute, row, column});
        break;
    }
    if (choice.edit != Edit::insert) row = word.predecessors[choice.reference];
    if (choice.edit != Edit::remove) column = other.predecessors[choice.output];
  }
  std::reverse(trace_.begin(), trace_.end());
  return trace_;
}

EditCounts NetworkAligner::count(const WordNetwork& reference, const WordNetwork& output) {
  EditCounts counts;
  for (const NetworkStep& step : trace(reference, output)) switch (step.edit) {
      case Edit::match:
        ++counts.matched;
        break;
      case Edit::substitute:
        ++counts.substituted;
        break;
      case Edit::remove:
        ++counts.removed;
        break;
      case Edit::insert:
        ++counts.inserted;
        break;
    }
  return counts;
}

}  // namespace keur
