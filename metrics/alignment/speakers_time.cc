// SPDX-License-Identifier: Apache-2.0
// count_overlapping: the table of edits where most pairs are not allowed. D[i][j] is the least cost
// of the first i reference and j output words. Let row i and all rows below pair only with columns
// from first(i) on, and it and all rows above only with columns up to last(i). Left of first(i),
// nothing can pair any more, so D[i][j] = D[i-1][j] + 1; right of last(i), nothing could, so
// D[i][j] = D[i][last(i)] + j - last(i). Only the columns between need be computed.
#include <algorithm>
#include <unordered_map>

#include "metrics/alignment/speakers.h"

namespace keur {
namespace {

struct WordInTime {
  std::uint32_t word;
  double start, end;
};

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

// Microseconds, in double: shares of a segment need not be whole.
std::vector<WordInTime> words_in_time(const SpokenStream& stream, Numbers& numbers,
                                      std::optional<Microseconds> collar_of_points) {
  std::vector<const SpokenSegment*> segments;
  for (const SpokenSegment& segment : stream) segments.push_back(&segment);
  std::stable_sort(segments.begin(), segments.end(),
                   [](const auto* one, const auto* other) { return one->start < other->start; });
  std::vector<WordInTime> words;
  for (const SpokenSegment* const segment : segments) {
    std::size_t total = 0, so_far = 0;
    for (const auto word : segment->words) total += letters(word);
    const auto begin = static_cast<double>(segment->start);
    const double letter = static_cast<double>(segment->end - segment->start) /
                          static_cast<double>(std::max<std::size_t>(total, 1));
    for (const auto word : segment->words) {
      const auto number = static_cast<std::uint32_t>(numbers.size());
      double start = begin + letter * static_cast<double>(so_far);
      so_far += letters(word);
      double end = begin + letter * static_cast<double>(so_far);
      if (collar_of_points) {
        const double middle = (start + end) / 2, collar = static_cast<double>(*collar_of_points);
        start = middle - collar;
        end = middle + collar;
      }
      words.push_back({numbers.emplace(word, number).first->second, start, end});
    }
  }
  return words;
}

constexpr std::uint64_t one_cost = std::uint64_t{1} << 32, one_removal = 1;

}  // namespace

EditCounts count_overlapping(const SpokenStream& reference, const SpokenStream& output,
                             Microseconds collar) {
  Numbers numbers;
  const auto rows = words_in_time(reference, numbers, std::nullopt);
  const auto columns = words_in_time(output, numbers, collar);
  const std::size_t width = columns.size();

  // Column j stands for the first j words. An output word overlaps no row that starts after all
  // ends up to it, and none that ends before all starts from it on.
  std::vector<double> latest_end, earliest_start(width);
  for (std::size_t j = 0; j < width; ++j)
    latest_end.push_back(j == 0 ? columns[j].end : std::max(latest_end[j - 1], columns[j].end));
  for (std::size_t j = width; j-- > 0;)
    earliest_start[j] =
        j + 1 == width ? columns[j].start : std::min(earliest_start[j + 1], columns[j].start);
  std::vector<std::size_t> first(rows.size()), last(rows.size());
  for (std::size_t i = rows.size(); i-- > 0;) {
    const auto found = std::upper_bound(latest_end.begin(), latest_end.end(), rows[i].start);
    first[i] = static_cast<std::size_t>(found - latest_end.begin()) + 1;
    if (i + 1 < rows.size()) first[i] = std::min(first[i], first[i + 1]);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto found = std::lower_bound(earliest_start.begin(), earliest_start.end(), rows[i].end);
    last[i] = static_cast<std::size_t>(found - earliest_start.begin());
    if (i > 0) last[i] = std::max(last[i], last[i - 1]);
  }

  // Costs in the upper half, removals in the lower. cells[0 .. known] hold the row above.
  std::vector<std::uint64_t> cells(width + 1);
  std::size_t known = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (; known < last[i]; ++known) cells[known + 1] = cells[known] + one_cost;
    // Neither the border of the window nor `known` ever goes left: the cell holds the row above.
    const std::size_t border = std::min(first[i] - 1, known);
    std::uint64_t diagonal = cells[border];
    std::uint64_t before = cells[border] = diagonal + one_cost + one_removal;
    for (std::size_t j = border + 1; j <= known; ++j) {
      const WordInTime& column = columns[j - 1];
      const std::uint64_t above = cells[j], removal = above + one_cost + one_removal;
      const std::uint64_t insertion = before + one_cost;
      before = (removal >> 32) < (insertion >> 32) ? removal : insertion;
      if (column.start < rows[i].end && column.end > rows[i].start) {
        const std::uint64_t pair = diagonal + (column.word == rows[i].word ? 0 : one_cost);
        if ((pair >> 32) < (before >> 32)) before = pair;
      }
      cells[j] = before;
      diagonal = above;
    }
  }
  for (; known < width; ++known) cells[known + 1] = cells[known] + one_cost;

  const auto cost = static_cast<long>(cells[width] >> 32);
  const auto removed = static_cast<long>(cells[width] & (one_cost - 1));
  const long inserted = removed + static_cast<long>(width) - static_cast<long>(rows.size());
  const long substituted = cost - removed - inserted;
  return {static_cast<long>(rows.size()) - removed - substituted, substituted, removed, inserted};
}

}  // namespace keur
