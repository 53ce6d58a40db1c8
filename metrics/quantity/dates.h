// SPDX-License-Identifier: Apache-2.0
// Dates, written and spoken: 12-03-2024, 2024-03-12, 12 maart, twaalf maart
// tweeduizendvierentwintig; March 12th 2024.
#pragma once
#include <cstdint>
#include <optional>

#include "metrics/quantity/words.h"

namespace keur {

struct DateReading {
  std::int64_t day = 0, month = 0, year = -1;  // year -1: none was said
  bool ambiguous = false;
  std::size_t next = 0;
};

// nullopt when no date starts at `at`.
std::optional<DateReading> read_date(const Words& words, std::size_t at);

}  // namespace keur
