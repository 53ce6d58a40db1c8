// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/draw.h"

#include <Random123/philox.h>

namespace keur {

std::uint32_t draw(const Resampling& sampling, std::uint32_t replicate, std::uint64_t number,
                   std::uint32_t below) {
  const auto low = [](std::uint64_t value) { return static_cast<std::uint32_t>(value); };
  const r123::Philox4x32_R<10>::ctr_type counter = {
      {low(number), low(number >> 32), replicate, sampling.stream}};
  const r123::Philox4x32_R<10>::key_type key = {{low(sampling.seed), low(sampling.seed >> 32)}};
  const auto bits = r123::Philox4x32_R<10>()(counter, key);
  // (bits[0] * 2^32 + bits[1]) * below / 2^64 in two halves, neither of which overflows.
  const std::uint64_t lower = std::uint64_t{bits[1]} * below;
  return low((std::uint64_t{bits[0]} * below + (lower >> 32)) >> 32);
}

}  // namespace keur
