// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/layout.h"

#include <algorithm>
#include <array>

namespace keur::transcript {
namespace {

constexpr std::array<std::string_view, 43> never_joined{
    "niet",  "geen",   "zonder",  "nooit",  "nee",     "links",   "rechts",  "een",   "één",
    "twee",  "drie",   "vier",    "vijf",   "zes",     "zeven",   "acht",    "negen", "tien",
    "elf",   "twaalf", "twintig", "dertig", "honderd", "duizend", "not",     "no",    "without",
    "never", "left",   "right",   "one",    "two",     "three",   "four",    "five",  "six",
    "seven", "eight",  "nine",    "ten",    "twelve",  "hundred", "thousand"};
constexpr std::array<std::string_view, 4> prefixes{"in", "on", "a", "an"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether `whole` is the words from `first` on, joined; how many of them, or 0.
std::size_t compound(std::string_view whole, Words words, std::size_t first, std::size_t end) {
  const std::string letters = joined({&whole, 1});
  std::string together = first < end ? joined(words.subspan(first, 1)) : "";
  for (std::size_t count = 2; count <= longest_compound && first + count <= end; ++count) {
    together += joined(words.subspan(first + count - 1, 1));
    if (together.size() > letters.size()) return 0;
    if (together == letters && may_join(words.subspan(first, count))) return count;
  }
  return 0;
}

class Builder {
 public:
  Builder(Words reference, Words output) : reference_(reference), output_(output) {
    layout_.reference_segment.resize(reference.size());
    layout_.reference_column.resize(reference.size());
    layout_.output_segment.resize(output.size());
    layout_.output_column.resize(output.size());
  }

  Layout build(std::span<const Edit> trace) {
    for (std::size_t i = 0; i < trace.size();) {
      if (trace[i] == Edit::match) {
        same(1, 1);
        ++i;
        continue;
      }
      const std::size_t begin = i;
      std::size_t left = 0, right = 0;
      for (; i < trace.size() && trace[i] != Edit::match; ++i) {
        left += trace[i] != Edit::insert;
        right += trace[i] != Edit::remove;
      }
      differing(trace.subspan(begin, i - begin), left, right);
    }
    mark_lonely_words();
    return std::move(layout_);
  }

 private:
  void mark_lonely_words() {
    layout_.columns = column_;
    std::vector<bool> said(column_), written(column_);
    for (const std::size_t column : layout_.reference_column) said[column] = true;
    for (const std::size_t column : layout_.output_column) written[column] = true;
    for (const std::size_t column : layout_.reference_column)
      layout_.removed.push_back(!written[column]);
    for (const std::size_t column : layout_.output_column)
      layout_.inserted.push_back(!said[column]);
  }

  void add(std::size_t left, std::size_t right, bool is_same) {
    const std::size_t number = layout_.segments.size();
    layout_.segments.push_back({{r_, r_ + left}, {o_, o_ + right}, is_same});
    for (std::size_t k = 0; k < left; ++k) layout_.reference_segment[r_ + k] = number;
    for (std::size_t k = 0; k < right; ++k) layout_.output_segment[o_ + k] = number;
  }

  void same(std::size_t left, std::size_t right) {
    add(left, right, true);
    for (std::size_t k = 0; k < left; ++k) layout_.reference_column[r_++] = column_;
    for (std::size_t k = 0; k < right; ++k) layout_.output_column[o_++] = column_;
    ++column_;
  }

  // A stretch that differs, cut at the compounds in it. Pieces without one keep the trace's
  // pairing only when the stretch has no compound; else words pair from the left.
  void differing(std::span<const Edit> edits, std::size_t left, std::size_t right) {
    const std::size_t r_end = r_ + left, o_end = o_ + right;
    bool cut = false;
    while (r_ < r_end || o_ < o_end) {
      const auto found = next_compound(r_end, o_end);
      if (found.left == 0 && !cut) return plain(edits, left, right);
      cut = true;
      paired(found.reference - r_, found.output - o_);
      if (found.left > 0) same(found.left, found.right);
    }
  }

  struct Found {
    std::size_t reference, output;    // where it begins; the ends when there is none
    std::size_t left = 0, right = 0;  // its words
  };
  Found next_compound(std::size_t r_end, std::size_t o_end) const {
    for (std::size_t r = r_; r < r_end; ++r)
      for (std::size_t o = o_; o < o_end; ++o) {
        if (const auto n = compound(reference_[r], output_, o, o_end)) return {r, o, 1, n};
        if (const auto n = compound(output_[o], reference_, r, r_end)) return {r, o, n, 1};
      }
    return {r_end, o_end};
  }

  void plain(std::span<const Edit> edits, std::size_t left, std::size_t right) {
    add(left, right, false);
    for (const Edit edit : edits) {
      if (edit != Edit::insert) layout_.reference_column[r_++] = column_;
      if (edit != Edit::remove) layout_.output_column[o_++] = column_;
      ++column_;
    }
  }

  void paired(std::size_t left, std::size_t right) {
    if (left == 0 && right == 0) return;
    add(left, right, false);
    for (std::size_t k = 0; k < std::max(left, right); ++k) {
      if (k < left) layout_.reference_column[r_++] = column_;
      if (k < right) layout_.output_column[o_++] = column_;
      ++column_;
    }
  }

  Words reference_, output_;
  Layout layout_;
  std::size_t r_ = 0, o_ = 0, column_ = 0;
};

bool all_same(const std::vector<Segment>& segments, const std::vector<std::size_t>& of,
              const WordRange& range) {
  for (std::size_t word = range.first; word < range.last; ++word)
    if (!segments[of[word]].same) return false;
  return true;
}

}  // namespace

bool Layout::meet(const WordRange& reference, const WordRange& output) const {
  if (reference.empty() || output.empty()) return false;
  return reference_segment[reference.first] <= output_segment[output.last - 1] &&
         output_segment[output.first] <= reference_segment[reference.last - 1];
}

bool Layout::same_in_output(const WordRange& reference) const {
  return all_same(segments, reference_segment, reference);
}

bool Layout::same_in_reference(const WordRange& output) const {
  return all_same(segments, output_segment, output);
}

WordRange Layout::output_at(const WordRange& reference) const {
  return {segments[reference_segment[reference.first]].output.first,
          segments[reference_segment[reference.last - 1]].output.last};
}

WordRange Layout::reference_at(const WordRange& output) const {
  return {segments[output_segment[output.first]].reference.first,
          segments[output_segment[output.last - 1]].reference.last};
}

bool may_join(Words parts) {
  for (const std::string_view part : parts)
    if (part.find_first_of("0123456789") != std::string_view::npos || holds(never_joined, part))
      return false;
  return parts.empty() || !holds(prefixes, parts.front());
}

std::string joined(Words parts) {
  std::string whole;
  for (const std::string_view part : parts)
    std::copy_if(part.begin(), part.end(), std::back_inserter(whole),
                 [](char c) { return c != '-'; });
  return whole;
}

Layout lay_out(Words reference, Words output, std::span<const Edit> trace) {
  return Builder(reference, output).build(trace);
}

}  // namespace keur::transcript
