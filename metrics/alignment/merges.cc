// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/merges.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>
#include <utility>

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

constexpr std::uint32_t golden = 0x9e3779b1;  // 2^32 / the golden ratio

// Spreads the bits of a key upwards.
std::uint32_t bit_of(std::uint32_t key, int shift) { return key * golden >> shift; }

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

void MergeFinder::read(Words words, bool is_long, Side& side) {
  side.words.assign(words.begin(), words.end());
  side.keys.clear();
  side.prints.clear();
  for (auto& word : side.words) {
    if (has_hyphen(word)) word = texts_.emplace_back(stripped(word));
    if (is_long) {
      Print print{0, 1};
      for (const char byte : word) {
        print.hash = print.hash * golden + static_cast<unsigned char>(byte);
        print.power *= golden;
      }
      side.prints.push_back(print);
    } else {
      side.keys.push_back(key_of(word));
    }
  }
}

const std::vector<MergeEdge>& MergeFinder::find(Words reference, Words output) {
  constexpr std::size_t short_text = 100;
  const bool is_long = std::max(reference.size(), output.size()) > short_text;
  edges_.clear();
  texts_.clear();
  read(reference, is_long, reference_);
  read(output, is_long, output_);
  if (is_long) {
    find_in_long(reference_, output_, true);
    find_in_long(output_, reference_, false);
  } else {
    find_in_short(reference_, output_, true);
    find_in_short(output_, reference_, false);
  }
  std::sort(edges_.begin(), edges_.end(), [](const MergeEdge& one, const MergeEdge& other) {
    return std::tuple(one.row, one.column, one.rows + one.columns) <
           std::tuple(other.row, other.column, other.rows + other.columns);
  });
  return edges_;
}

// Three questions a word to a table of bits, at least 64 bits to a whole, answer for most texts
// that there is nothing to find.
void MergeFinder::find_in_short(const Side& wholes, const Side& parts, bool parts_are_output) {
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
      const std::uint32_t key = (first & first_byte) | (keys[last] & last_byte) | length;
      const std::uint32_t bit = bit_of(key, shift);
      if ((seen_[bit / 64] >> bit % 64 & 1) == 0) continue;
      Parts which{last, count, parts_are_output};
      for (std::size_t at = 0; at < wholes.words.size(); ++at)
        if (wholes.keys[at] == key && !add_edge(wholes.words, at, parts.words, which)) break;
    }
  }
}

void MergeFinder::find_in_long(const Side& wholes, const Side& parts, bool parts_are_output) {
  const int shift = 32 - std::min(static_cast<int>(std::bit_width(2 * wholes.words.size())), 30);
  last_at_.assign(std::size_t{1} << (32 - shift), 0);
  before_.resize(wholes.words.size() + 1);
  for (std::uint32_t at = 1; at <= wholes.words.size(); ++at) {
    std::uint32_t& last = last_at_[bit_of(wholes.prints[at - 1].hash, shift)];
    before_[at] = std::exchange(last, at);
  }
  for (std::size_t last = 1; last < parts.words.size(); ++last) {
    auto [hash, power] = parts.prints[last];
    for (std::size_t count = 2; count <= std::min(most_parts, last + 1); ++count) {
      const Print& first = parts.prints[last + 1 - count];
      hash += first.hash * power;
      power *= first.power;
      Parts which{last, count, parts_are_output};
      for (std::uint32_t at = last_at_[bit_of(hash, shift)]; at != 0; at = before_[at])
        if (wholes.prints[at - 1].hash == hash &&
            !add_edge(wholes.words, at - 1, parts.words, which))
          break;
    }
  }
}

bool MergeFinder::add_edge(Words wholes, std::size_t at, Words parts, Parts& which) {
  const Words words = parts.subspan(which.last + 1 - which.count, which.count);
  std::string_view rest = wholes[at];
  for (const auto word : words) {
    if (!rest.starts_with(word)) return true;
    rest.remove_prefix(word.size());
  }
  if (!rest.empty()) return true;
  if (!which.may_merge && !may_merge(words, is_number_word_)) return false;
  which.may_merge = true;
  const auto whole_end = static_cast<std::uint32_t>(at + 1);
  const auto parts_end = static_cast<std::uint32_t>(which.last + 1);
  const auto span = static_cast<std::uint8_t>(which.count);
  edges_.push_back(which.are_output ? MergeEdge{whole_end, parts_end, 1, span}
                                    : MergeEdge{parts_end, whole_end, span, 1});
  return true;
}

}  // namespace keur
