// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/numbers.h"

#include "metrics/transcript/assignment.h"

namespace keur::transcript {
namespace {

// The same quantity at the same place is worth more than any number of wrong ones; a wrong one of
// the same kind or unit more than one that shares neither.
std::int64_t worth(const Quantity& a, const Quantity& b, const Layout& layout) {
  if (!layout.meet(words_of(a), words_of(b))) return 0;
  if (same_quantity(a, b)) return std::int64_t{1} << 32;
  return 1 + (a.kind == b.kind ? 2 : 0) + (a.unit == b.unit ? 1 : 0);
}

// Quantities whose segments touch are matched together; long texts have many quantities, but few
// at one place.
struct Group {
  std::size_t r_first, r_last, o_first, o_last;
};

std::vector<Group> groups(const std::vector<Quantity>& reference,
                          const std::vector<Quantity>& output, const Layout& layout) {
  std::vector<Group> all;
  std::size_t r = 0, o = 0;
  while (r < reference.size() || o < output.size()) {
    // The earliest quantity opens a group; whatever reaches into its segments joins.
    Group group{r, r, o, o};
    std::size_t reach = 0;
    const auto r_segment = [&] { return layout.reference_segment[reference[r].first]; };
    const auto o_segment = [&] { return layout.output_segment[output[o].first]; };
    if (o == output.size() || (r < reference.size() && r_segment() <= o_segment()))
      reach = layout.reference_segment[reference[r++].last - 1];
    else
      reach = layout.output_segment[output[o++].last - 1];
    for (bool grown = true; grown;) {
      grown = false;
      if (r < reference.size() && r_segment() <= reach) {
        reach = std::max(reach, layout.reference_segment[reference[r++].last - 1]);
        grown = true;
      }
      if (o < output.size() && o_segment() <= reach) {
        reach = std::max(reach, layout.output_segment[output[o++].last - 1]);
        grown = true;
      }
    }
    group.r_last = r;
    group.o_last = o;
    all.push_back(group);
  }
  return all;
}

}  // namespace

NumberReport compare_numbers(const std::vector<Quantity>& reference,
                             const std::vector<Quantity>& output, const Layout& layout) {
  NumberReport report;
  NumberCounts& counts = report.counts;
  counts.reference = static_cast<std::int64_t>(reference.size());
  counts.output = static_cast<std::int64_t>(output.size());
  std::vector<bool> used(output.size());
  for (const Group& group : groups(reference, output, layout)) {
    std::vector<std::vector<std::int64_t>> gain;
    for (std::size_t i = group.r_first; i < group.r_last; ++i) {
      gain.emplace_back();
      for (std::size_t j = group.o_first; j < group.o_last; ++j)
        gain.back().push_back(worth(reference[i], output[j], layout));
    }
    const auto chosen = best_assignment(gain);
    for (std::size_t row = 0; row < chosen.size(); ++row) {
      const std::size_t i = group.r_first + row;
      if (!chosen[row]) {
        ++counts.lost;
        report.differences.push_back({NumberChange::lost, i, std::nullopt});
        continue;
      }
      const std::size_t j = group.o_first + *chosen[row];
      used[j] = true;
      if (same_quantity(reference[i], output[j])) {
        ++counts.matched;
      } else {
        ++counts.wrong;
        report.differences.push_back({NumberChange::wrong, i, j});
      }
    }
  }
  for (std::size_t j = 0; j < output.size(); ++j)
    if (!used[j]) {
      ++counts.spurious;
      report.differences.push_back({NumberChange::spurious, std::nullopt, j});
    }
  return report;
}

}  // namespace keur::transcript
