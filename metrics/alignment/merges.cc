// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/merges.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

namespace keur {
namespace {

constexpr std::string_view never_a_part[] = {
    "niet",  "geen", "zonder",  "nooit", "nee",    "no",   "not",   "none",
    "never", "nor",  "without", "links", "rechts", "left", "right",
};
constexpr std::string_view never_the_first_part[] = {"in", "on", "a", "an"};

template <std::size_t Size>
bool is_in(const std::string_view (&list)[Size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool has_hyphen(std::string_view word) {
  return std::memchr(word.data(), '-', word.size()) != nullptr;
}

bool has_numeral(std::string_view word) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point;
    U8_NEXT(bytes, at, size, point);
    if (point >= 0 && (U_GET_GC_MASK(point) & U_GC_N_MASK) != 0) return true;
  }
  return false;
}

std::string stripped(std::string_view word) {
  std::string result(word);
  result.erase(std::remove(result.begin(), result.end(), '-'), result.end());
  return result;
}

constexpr std::uint32_t first_byte = 0xff000000, last_byte = 0xff0000, length_bits = 0xffff;

std::uint32_t key_of(std::string_view word) {
  if (word.empty()) return 0;
  return static_cast<std::uint32_t>(static_cast<unsigned char>(word.front())) << 24 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(word.back())) << 16 |
         static_cast<std::uint32_t>(word.size() & length_bits);
}

// 2^32 / the golden ratio spreads the bits of a key upwards.
std::uint32_t bit_of(std::uint32_t key, int shift) { return key * 0x9e3779b1 >> shift; }

}  // namespace

bool may_merge(std::span<const std::string_view> parts, IsNumberWord is_number_word) {
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::string part = stripped(parts[at]);
    if (part.empty() || has_numeral(part) || is_in(never_a_part, part)) return false;
    if (at == 0 && is_in(never_the_first_part, part)) return false;
    if (is_number_word != nullptr && is_number_word(part)) return false;
  }
  return true;
}

void MergeFinder::read(Words words, Side& side) {
  side.words.assign(words.begin(), words.end());
  side.keys.clear();
  for (auto& word : side.words) {
    if (has_hyphen(word)) word = texts_.emplace_back(stripped(word));
    side.keys.push_back(key_of(word));
  }
}

const std::vector<MergeEdge>& MergeFinder::find(Words reference, Words output) {
  edges_.clear();
  texts_.clear();
  read(reference, reference_);
  read(output, output_);
  find(reference_, output_, true);
  find(output_, reference_, false);
  std::sort(edges_.begin(), edges_.end(), [](const MergeEdge& one, const MergeEdge& other) {
    return std::tuple(one.row, one.column, one.rows + one.columns) <
           std::tuple(other.row, other.column, other.rows + other.columns);
  });
  return edges_;
}

// Three questions a word to a table of bits, at least 64 bits to a whole, answer for most texts
// that there is nothing to find.
void MergeFinder::find(const Side& wholes, const Side& parts, bool parts_are_output) {
  index_.clear();
  const int log_of_bits = std::max(11, static_cast<int>(std::bit_width(64 * wholes.keys.size())));
  const int shift = 32 - std::min(log_of_bits, 30);
  seen_.assign((std::size_t{1} << (32 - shift)) / 64, 0);
  for (const std::uint32_t key : wholes.keys) {
    const std::uint32_t bit = bit_of(key, shift);
    seen_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  const std::vector<std::uint32_t>& keys = parts.keys;
  for (std::size_t last = 1; last < keys.size(); ++last) {
    std::uint32_t length = keys[last] & length_bits;
    for (std::size_t count = 2; count <= std::min(most_parts, last + 1); ++count) {
      const std::uint32_t first = keys[last + 1 - count];
      length = (length + (first & length_bits)) & length_bits;
      const std::uint32_t bit =
          bit_of((first & first_byte) | (keys[last] & last_byte) | length, shift);
      if ((seen_[bit / 64] >> bit % 64 & 1) != 0)
        add_edges(wholes, parts, last, count, parts_are_output);
    }
  }
}

void MergeFinder::add_edges(const Side& wholes, const Side& parts, std::size_t last,
                            std::size_t count, bool parts_are_output) {
  const Words words = Words(parts.words).subspan(last + 1 - count, count);
  joined_.clear();
  for (const auto word : words) joined_ += word;
  const std::uint32_t key = key_of(joined_);
  const auto add = [&](std::size_t at) {
    const auto whole_end = static_cast<std::uint32_t>(at + 1);
    const auto parts_end = static_cast<std::uint32_t>(last + 1);
    const auto span = static_cast<std::uint8_t>(count);
    edges_.push_back(parts_are_output ? MergeEdge{whole_end, parts_end, 1, span}
                                      : MergeEdge{parts_end, whole_end, span, 1});
  };

  // In a short text it takes less to look at all words than to sort them.
  constexpr std::size_t short_text = 100;
  if (wholes.words.size() <= short_text) {
    for (std::size_t at = 0; at < wholes.words.size(); ++at)
      if (wholes.keys[at] == key && wholes.words[at] == joined_ &&
          may_merge(words, is_number_word_))
        add(at);
    return;
  }
  const auto before = [](const Whole& one, const Whole& other) {
    return std::tie(one.key, one.word, one.at) < std::tie(other.key, other.word, other.at);
  };
  if (index_.empty()) {
    for (std::size_t at = 0; at < wholes.words.size(); ++at)
      index_.push_back({wholes.keys[at], wholes.words[at], static_cast<std::uint32_t>(at)});
    std::sort(index_.begin(), index_.end(), before);
  }
  auto found = std::lower_bound(index_.begin(), index_.end(), Whole{key, joined_, 0}, before);
  if (found == index_.end() || found->word != joined_) return;
  if (!may_merge(words, is_number_word_)) return;
  for (; found != index_.end() && found->word == joined_; ++found) add(found->at);
}

}  // namespace keur
