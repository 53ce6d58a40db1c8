// SPDX-License-Identifier: Apache-2.0
// What a run prints: accounting, gates, measured values and, as the last line, the verdict.
#pragma once
#include <string>

#include "harness/report/report.h"

namespace keur {

struct TextStyle {
  bool colour = false;
  bool unicode = true;  // false: ASCII only, data included
  int width = 80;       // columns; taken as 40 when less
};

// Lines of at most `width` columns, the last one starting with the symbol and the word of the
// verdict. Text from data is made safe for a terminal. Where the report's redaction is `counts`
// no case id is printed.
std::string terminal_report(const Report& report, const TextStyle& style);

}  // namespace keur
