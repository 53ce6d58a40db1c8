// SPDX-License-Identifier: Apache-2.0
// Questions to sixteen bytes of text at once. An answer has a bit for each byte, the first byte in
// the lowest bit. SSE2 belongs to every x86-64 processor; elsewhere a loop gives the same answers.
#pragma once
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace keur {

class SixteenBytesAnywhere {
 public:
  explicit SixteenBytesAnywhere(const char* text) { std::memcpy(bytes_, text, sizeof bytes_); }

  std::uint32_t equal(char byte) const {
    return marks([byte](unsigned char at) { return at == static_cast<unsigned char>(byte); });
  }
  // The bytes from `low` to `high`, both ASCII.
  std::uint32_t between(char low, char high) const {
    return marks([low, high](unsigned char at) {
      return at >= static_cast<unsigned char>(low) && at <= static_cast<unsigned char>(high);
    });
  }
  std::uint32_t not_ascii() const {
    return marks([](unsigned char at) { return at >= 0x80; });
  }

  // With these bits set in every byte.
  SixteenBytesAnywhere with(char bits) const {
    SixteenBytesAnywhere result = *this;
    for (unsigned char& at : result.bytes_) at |= static_cast<unsigned char>(bits);
    return result;
  }
  void store(char* text) const { std::memcpy(text, bytes_, sizeof bytes_); }

 private:
  template <class Is>
  std::uint32_t marks(Is is) const {
    std::uint32_t result = 0;
    for (unsigned k = 0; k < sizeof bytes_; ++k) result |= std::uint32_t{is(bytes_[k])} << k;
    return result;
  }

  unsigned char bytes_[16];
};

#ifdef __SSE2__
class SixteenBytes {
 public:
  explicit SixteenBytes(const char* text)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text))) {}

  std::uint32_t equal(char byte) const {
    return mask(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(byte)));
  }
  // Bytes from 0x80 are negative here, so below `low`.
  std::uint32_t between(char low, char high) const {
    return mask(_mm_andnot_si128(_mm_cmplt_epi8(bytes_, _mm_set1_epi8(low)),
                                 _mm_andnot_si128(_mm_cmpgt_epi8(bytes_, _mm_set1_epi8(high)),
                                                  _mm_set1_epi8(-1))));
  }
  std::uint32_t not_ascii() const { return mask(bytes_); }

  SixteenBytes with(char bits) const {
    return SixteenBytes(_mm_or_si128(bytes_, _mm_set1_epi8(bits)));
  }
  void store(char* text) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(text), bytes_); }

 private:
  explicit SixteenBytes(__m128i bytes) : bytes_(bytes) {}
  static std::uint32_t mask(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
  }

  __m128i bytes_;
};
#else
using SixteenBytes = SixteenBytesAnywhere;
#endif

}  // namespace keur
