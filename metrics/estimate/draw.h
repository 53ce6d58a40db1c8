// SPDX-License-Identifier: Apache-2.0
// Chance that can be repeated: what is drawn is a function of its address (seed, stream, replicate,
// draw) and of nothing else, so no thread, order or platform changes it. The generator is
// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
// SC11), in the implementation of its authors.
#pragma once
#include <cstdint>

namespace keur {

struct Resampling {
  std::uint64_t seed = 0;    // of the suite
  std::uint32_t stream = 0;  // keeps samples apart that must not be alike
  int replicates = 10'000;   // bounds of an interval then repeat to about 1 % of its width
};

// A number in [0, below), for 0 < below: the high half of the product of `below` and the first 64
// bits of Philox with key (seed_lo, seed_hi) and counter (draw_lo, draw_hi, replicate, stream)
// (Lemire 2019, ACM Transactions on Modeling and Computer Simulation 29:3, without the rejection:
// no number is more likely than another by more than below / 2^64).
std::uint32_t draw(const Resampling& sampling, std::uint32_t replicate, std::uint64_t number,
                   std::uint32_t below);

}  // namespace keur
