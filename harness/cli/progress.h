// SPDX-License-Identifier: Apache-2.0
// One line on stderr while work goes on, with the time it will still take; nothing off a terminal.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

#include "harness/cli/terminal.h"

namespace keur {

class ProgressLine {
 public:
  explicit ProgressLine(const Terminal& terminal);
  ~ProgressLine();  // wipes the line
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Redrawn ten times a second at most.
  void update(const std::string& what, std::uint64_t done, std::uint64_t all);
  void wipe();

 private:
  Terminal terminal_;
  std::chrono::steady_clock::time_point begun_, drawn_;
  bool visible_ = false;
};

// 01:23, or 2:05:09 from an hour on.
std::string clock_time(double seconds);

}  // namespace keur
