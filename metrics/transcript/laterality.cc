// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/laterality.h"

#include <algorithm>

namespace keur::transcript {
namespace {

struct Named {
  std::string_view word;
  Side side;
};
constexpr Named whole_words[] = {
    {"links", Side::left},         {"linker", Side::left},
    {"linkse", Side::left},        {"li", Side::left},
    {"left", Side::left},          {"rechts", Side::right},
    {"rechter", Side::right},      {"rechtse", Side::right},
    {"re", Side::right},           {"right", Side::right},
    {"beiderzijds", Side::both},   {"beide", Side::both},
    {"dubbelzijdig", Side::both},  {"bdz", Side::both},
    {"bilateraal", Side::both},    {"bilateral", Side::both},
    {"both", Side::both},          {"linkszijdig", Side::left},
    {"rechtszijdig", Side::right}, {"mediaal", Side::medial},
    {"mediale", Side::medial},     {"medial", Side::medial},
    {"lateraal", Side::lateral},   {"laterale", Side::lateral},
    {"lateral", Side::lateral},    {"proximaal", Side::proximal},
    {"proximale", Side::proximal}, {"proximal", Side::proximal},
    {"distaal", Side::distal},     {"distale", Side::distal},
    {"distal", Side::distal},
};
// First parts of one word: linkerheup, rechtsonder. Whole Dutch words that merely begin so
// (rechtstreeks, rechtspraak) are not sides.
constexpr Named first_parts[] = {
    {"linker", Side::left},     {"rechter", Side::right},     {"linksonder", Side::left},
    {"linksboven", Side::left}, {"rechtsonder", Side::right}, {"rechtsboven", Side::right},
};

int axis(Side side) {
  switch (side) {
    case Side::left:
    case Side::right:
    case Side::both:
      return 0;
    case Side::medial:
    case Side::lateral:
      return 1;
    case Side::proximal:
    case Side::distal:
      return 2;
  }
  return -1;
}

std::size_t distance(const WordRange& range, std::size_t word) {
  if (word < range.first) return range.first - word;
  return word < range.last ? 0 : word - range.last + 1;
}

std::optional<std::size_t> nearest(const std::vector<Occurrence>& occurrences, std::size_t word) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < occurrences.size(); ++i)
    if (!best || distance(occurrences[i].words, word) <= distance(occurrences[*best].words, word))
      best = i;
  return best;
}

struct Found {
  std::size_t word;
  Side side;
};

std::vector<Found> sides_in(Words words, const WordRange& range) {
  std::vector<Found> found;
  for (std::size_t word = range.first; word < range.last; ++word)
    if (const auto side = side_of(words[word])) found.push_back({word, *side});
  return found;
}

// The other side is what a flip is; both against one is a flip too.
void compare_segment(const std::vector<Found>& said, const std::vector<Found>& written,
                     const Segment& segment, SideReport& report) {
  std::vector<bool> used(written.size());
  const WordRange no_reference{segment.reference.last, segment.reference.last},
      no_output{segment.output.last, segment.output.last};
  const auto pick = [&](const Found& one, bool equal) -> std::optional<std::size_t> {
    for (std::size_t j = 0; j < written.size(); ++j)
      if (!used[j] && axis(written[j].side) == axis(one.side) &&
          (!equal || written[j].side == one.side))
        return j;
    return std::nullopt;
  };
  std::vector<Found> left_over;
  for (const Found& one : said)
    if (const auto j = pick(one, true))
      used[*j] = true;
    else
      left_over.push_back(one);
  for (const Found& one : left_over) {
    const WordRange reference{one.word, one.word + 1};
    if (const auto j = pick(one, false)) {
      used[*j] = true;
      report.differences.push_back(
          {SideChange::flipped, reference, {written[*j].word, written[*j].word + 1}, std::nullopt});
      ++report.counts.flipped;
    } else {
      report.differences.push_back({SideChange::lost, reference, no_output, std::nullopt});
      ++report.counts.lost;
    }
  }
  for (std::size_t j = 0; j < written.size(); ++j)
    if (!used[j]) {
      report.differences.push_back(
          {SideChange::added, no_reference, {written[j].word, written[j].word + 1}, std::nullopt});
      ++report.counts.added;
    }
}

}  // namespace

std::optional<Side> side_of(std::string_view word) {
  for (const Named& known : whole_words)
    if (known.word == word) return known.side;
  for (const Named& part : first_parts)
    if (word.starts_with(part.word)) return part.side;
  return std::nullopt;
}

SideReport compare_sides(Words reference, Words output, const std::vector<Occurrence>& in_reference,
                         const std::vector<Occurrence>& in_output, const Layout& layout) {
  SideReport report;
  report.counts.reference =
      static_cast<std::int64_t>(sides_in(reference, {0, reference.size()}).size());
  for (const Segment& segment : layout.segments)
    if (!segment.same)
      compare_segment(sides_in(reference, segment.reference), sides_in(output, segment.output),
                      segment, report);
  for (SideDifference& one : report.differences)
    one.occurrence = one.change == SideChange::added ? nearest(in_output, one.output.first)
                                                     : nearest(in_reference, one.reference.first);
  return report;
}

}  // namespace keur::transcript
