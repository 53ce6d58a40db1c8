// SPDX-License-Identifier: Apache-2.0
// Numbers by what they mean: typed quantities (metrics/quantity) of the reference against those at
// the same place of the output. 120/80 and 80/120 differ, 125 ug and 0,125 mg do not.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "metrics/quantity/quantity.h"
#include "metrics/transcript/layout.h"

namespace keur::transcript {

enum class NumberChange { wrong, lost, spurious };

struct NumberDifference {
  NumberChange change;
  std::optional<std::size_t> reference, output;  // numbers of the quantities
};

struct NumberCounts {
  std::int64_t reference = 0, output = 0;  // quantities
  std::int64_t matched = 0;                // the same at the same place
  std::int64_t wrong = 0, lost = 0;        // reference = matched + wrong + lost
  std::int64_t spurious = 0;               // at no quantity of the reference
};

struct NumberReport {
  NumberCounts counts;
  std::vector<NumberDifference> differences;  // in the order of the reference, spurious ones last
};

NumberReport compare_numbers(const std::vector<Quantity>& reference,
                             const std::vector<Quantity>& output, const Layout& layout);

inline WordRange words_of(const Quantity& quantity) { return {quantity.first, quantity.last}; }

}  // namespace keur::transcript
