// SPDX-License-Identifier: Apache-2.0
// Words of time that no number holds: days, months, before and after.
#pragma once
#include <string_view>

namespace keur::transcript {

enum class TimeWord {
  none,
  named,     // maandag, januari, gisteren, ochtend: a time of its own
  relation,  // voor, na, sinds: of time only where it stands for another of them
};

TimeWord time_word(std::string_view word);

}  // namespace keur::transcript
