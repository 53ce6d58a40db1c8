// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/wide_strip.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace keur {
namespace {

#define KEUR_WIDE [[gnu::target("avx2"), gnu::always_inline]] inline

KEUR_WIDE __m256i load(const Bits* words) {
  return _mm256_load_si256(reinterpret_cast<const __m256i*>(words));
}
KEUR_WIDE __m256i load_equal(const Bits* words) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words));
}
KEUR_WIDE void store(Bits* words, __m256i value) {
  _mm256_store_si256(reinterpret_cast<__m256i*>(words), value);
}
// The highest bit of each word, in the lowest of the next one; `first` in the first one.
KEUR_WIDE __m256i passed_on(__m256i row, Bits first) {
  constexpr int next_word = 0b10010000;
  return _mm256_blend_epi32(
      _mm256_permute4x64_epi64(_mm256_srli_epi64(row, 63), next_word),
      _mm256_castsi128_si256(_mm_cvtsi64_si128(static_cast<long long>(first))), 0b11);
}
KEUR_WIDE Bits lowest_bit(__m256i row) {
  return static_cast<Bits>(_mm256_movemask_pd(_mm256_castsi256_pd(row))) >> (words_per_strip - 1);
}

// How many columns each word is behind the one above.
constexpr std::size_t lag = 2;

struct Wide {
  __m256i up, down;          // VerticalSteps
  __m256i row_up, row_down;  // the steps along each row, that of the lowest in the highest bit
  __m256i row_up_before, row_down_before;  // one column earlier
};

// VerticalSteps::advance for four words. `above`: in its lowest bit, the step into the first.
KEUR_WIDE void advance(Wide& wide, __m256i equal, const HorizontalSteps& above) {
  const __m256i ones = _mm256_set1_epi64x(-1);
  const __m256i step_up = passed_on(wide.row_up_before, above.up & 1);
  const __m256i step_down = passed_on(wide.row_down_before, above.down & 1);
  wide.row_up_before = wide.row_up;
  wide.row_down_before = wide.row_down;
  equal = _mm256_or_si256(equal, step_down);
  const __m256i sum = _mm256_add_epi64(_mm256_and_si256(equal, wide.up), wide.up);
  const __m256i diagonal_equal =
      _mm256_or_si256(_mm256_xor_si256(sum, wide.up), _mm256_or_si256(equal, wide.down));
  wide.row_up = _mm256_or_si256(
      wide.down, _mm256_andnot_si256(_mm256_or_si256(diagonal_equal, wide.up), ones));
  wide.row_down = _mm256_and_si256(diagonal_equal, wide.up);
  const __m256i up = _mm256_or_si256(_mm256_add_epi64(wide.row_up, wide.row_up), step_up);
  const __m256i down = _mm256_or_si256(_mm256_add_epi64(wide.row_down, wide.row_down), step_down);
  wide.up = _mm256_or_si256(down, _mm256_andnot_si256(_mm256_or_si256(diagonal_equal, up), ones));
  wide.down = _mm256_and_si256(up, diagonal_equal);
}

}  // namespace

bool has_wide_strips() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

[[gnu::target("avx2")]] void run_wide(const Strip& strip, VerticalSteps* at_end,
                                      HorizontalSteps* below) {
  constexpr std::size_t behind = lag * (words_per_strip - 1);
  const std::size_t columns = strip.columns.size();
  const std::uint32_t* const symbols = strip.columns.data();
  const Bits* const equal_rows = strip.equal.of(0);
  const __m256i none = _mm256_setzero_si256();
  Wide wide{_mm256_set1_epi64x(-1), none, none, none, none, none};
  alignas(32) Bits up[words_per_strip], down[words_per_strip];
  HorizontalSteps above, lowest{0, 0};
  std::size_t column = 0;  // of the lowest word
  const auto note = [&](Bits lowest_up, Bits lowest_down) {
    lowest.up |= lowest_up << column % bits_per_word;
    lowest.down |= lowest_down << column % bits_per_word;
    if (++column % bits_per_word != 0 && column != columns) return;
    if (below != nullptr) below[(column - 1) / bits_per_word] = lowest;
    lowest = {0, 0};
  };

  for (std::size_t time = 0; time < columns + behind; ++time) {
    if (time % bits_per_word == 0 && time < columns) above = strip.above[time / bits_per_word];
    if (time >= behind && time < columns) {
      const std::uint32_t* const at = symbols + time;
      const auto rows = [equal_rows](std::uint32_t symbol) {
        return equal_rows + std::size_t{symbol} * words_per_strip;
      };
      advance(wide,
              _mm256_blend_epi32(
                  _mm256_blend_epi32(load_equal(rows(at[0])), load_equal(rows(at[-2])), 0b1100),
                  _mm256_blend_epi32(load_equal(rows(at[-4])), load_equal(rows(at[-6])), 0b11000000),
                  0b11110000),
              above);
    } else {
      // Before their first column and after their last one words stand still.
      alignas(32) Bits equal[words_per_strip] = {}, moves[words_per_strip] = {};
      for (std::size_t word = 0; word < words_per_strip; ++word)
        if (time - lag * word < columns) {
          equal[word] = equal_rows[symbols[time - lag * word] * words_per_strip + word];
          moves[word] = ~Bits{0};
        }
      const Wide before = wide;
      advance(wide, load(equal), above);
      wide.up = _mm256_blendv_epi8(before.up, wide.up, load(moves));
      wide.down = _mm256_blendv_epi8(before.down, wide.down, load(moves));
    }
    above.up >>= 1;
    above.down >>= 1;
    if (time >= behind) note(lowest_bit(wide.row_up), lowest_bit(wide.row_down));
  }
  store(up, wide.up);
  store(down, wide.down);
  for (std::size_t word = 0; word < words_per_strip; ++word) at_end[word] = {up[word], down[word]};
}

}  // namespace keur

#else

namespace keur {

bool has_wide_strips() { return false; }

void run_wide(const Strip&, VerticalSteps*, HorizontalSteps*) {}

}  // namespace keur

#endif
