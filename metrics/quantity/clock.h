// SPDX-License-Identifier: Apache-2.0
// Times of day, written and spoken: 14:30, 14.30 uur, half drie, kwart voor vier, vijf over half
// zes, veertien uur dertig; half past two, quarter to four, 2 pm, nine o'clock.
#pragma once
#include <optional>
#include <string>

#include "metrics/quantity/words.h"

namespace keur {

struct ClockReading {
  int hour = 0, minute = 0;
  bool twelve_hours = false;  // half drie is 2:30 or 14:30
  std::size_t next = 0;
};

// nullopt when no time starts at `at`. "8 uur" alone is a duration, "om 8 uur" a time.
std::optional<ClockReading> read_clock(const Words& words, std::size_t at);

// How canonical text writes it: 14:30; on a twelve-hour clock "half 3", so that no half of the day
// is made up.
std::string clock_text(int hour, int minute, bool twelve_hours, Language language);

}  // namespace keur
