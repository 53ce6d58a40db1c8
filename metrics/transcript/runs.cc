// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/runs.h"

#include <algorithm>
#include <optional>

namespace keur::transcript {
namespace {

struct Loop {
  WordRange words;  // all of it
  std::size_t unit;
};

// The longest loop that begins at `first`; of equally long ones that with the shortest unit.
std::optional<Loop> loop_at(Words words, std::size_t first) {
  std::optional<Loop> best;
  for (std::size_t unit = 1; unit <= longest_repeated; ++unit) {
    std::size_t last = first + unit;
    while (last < words.size() && words[last] == words[last - unit]) ++last;
    if (last > words.size() || (last - first) / unit < fewest_repeats) continue;
    if (!best || last > best->words.last) best = Loop{{first, last}, unit};
  }
  return best;
}

// The run a word is in, if any: later kinds do not replace earlier ones.
using Marks = std::vector<std::optional<RunKind>>;

// Of a loop one time is what was said, or misheard: where a word of it is in the reference that one
// is, else the first. `meant` collects the latter, so that no burst counts them either.
void mark_loops(Words output, const Layout& layout, Marks& marks, std::vector<bool>& meant) {
  for (std::size_t first = 0; first < output.size();) {
    const auto loop = loop_at(output, first);
    if (!loop) {
      ++first;
      continue;
    }
    std::vector<std::size_t> surplus;
    for (std::size_t word = first; word < loop->words.last; ++word)
      if (!layout.segments[layout.output_segment[word]].same) surplus.push_back(word);
    if (surplus.size() == loop->words.size()) {
      surplus.erase(surplus.begin(), surplus.begin() + static_cast<std::ptrdiff_t>(loop->unit));
      std::fill_n(meant.begin() + static_cast<std::ptrdiff_t>(first), loop->unit, true);
    }
    if (surplus.size() >= 2)
      for (const std::size_t word : surplus) marks[word] = RunKind::loop;
    first = loop->words.last;
  }
}

void mark_bursts(const Layout& layout, const std::vector<bool>& meant, Marks& marks) {
  for (const Segment& segment : layout.segments) {
    if (segment.same) continue;
    const auto begin = layout.inserted.begin() + static_cast<std::ptrdiff_t>(segment.output.first);
    const auto end = layout.inserted.begin() + static_cast<std::ptrdiff_t>(segment.output.last);
    if (static_cast<std::size_t>(std::count(begin, end, true)) < shortest_run) continue;
    for (std::size_t word = segment.output.first; word < segment.output.last; ++word)
      if (layout.inserted[word] && !meant[word] && !marks[word]) marks[word] = RunKind::burst;
  }
}

std::vector<Run> runs_of(const Marks& marks) {
  std::vector<Run> runs;
  for (std::size_t word = 0; word < marks.size(); ++word) {
    if (!marks[word]) continue;
    if (!runs.empty() && runs.back().words.last == word && runs.back().kind == *marks[word])
      ++runs.back().words.last;
    else
      runs.push_back({*marks[word], {word, word + 1}});
  }
  return runs;
}

void find_omitted(const Layout& layout, RunReport& report) {
  for (const Segment& segment : layout.segments) {
    if (segment.same) continue;
    std::int64_t count = 0;
    WordRange range{segment.reference.last, segment.reference.first};
    for (std::size_t i = segment.reference.first; i < segment.reference.last; ++i)
      if (layout.removed[i]) {
        ++count;
        range = {std::min(range.first, i), i + 1};
      }
    if (count < static_cast<std::int64_t>(shortest_run)) continue;
    report.omitted.push_back({RunKind::omitted, range});
    report.omitted_words += count;
  }
}

}  // namespace

RunReport find_runs(Words reference, Words output, const Layout& layout) {
  RunReport report;
  Marks marks(output.size());
  if (reference.empty()) {
    std::fill(marks.begin(), marks.end(), RunKind::silence);
  } else {
    std::vector<bool> meant(output.size());
    mark_loops(output, layout, marks, meant);
    mark_bursts(layout, meant, marks);
  }
  report.invented = runs_of(marks);
  report.invented_words =
      std::count_if(marks.begin(), marks.end(), [](const auto& one) { return one.has_value(); });
  find_omitted(layout, report);
  return report;
}

}  // namespace keur::transcript
