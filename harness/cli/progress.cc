// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/progress.h"

#include <fmt/format.h>

namespace keur {

using Clock = std::chrono::steady_clock;

ProgressLine::ProgressLine(const Terminal& terminal)
    : terminal_(terminal), begun_(Clock::now()), drawn_(begun_) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::update(const std::string& what, std::uint64_t done, std::uint64_t all) {
  if (!terminal_.is_terminal) return;
  const auto now = Clock::now();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  const double share = all ? static_cast<double>(done) / static_cast<double>(all) : 0;
  const double passed = std::chrono::duration<double>(now - begun_).count();
  std::string line = fmt::format("[{:3.0f}%] {}", share * 100, what);
  // A forecast from the first percent would only jump about.
  if (share > 0.01) line += fmt::format("  ETA {}", clock_time(passed / share * (1 - share)));
  const auto width = static_cast<std::size_t>(terminal_.width);
  if (line.size() >= width)
    line = line.substr(0, width / 2 - 2) + "..." + line.substr(line.size() - width / 2 + 2);
  write_out(terminal_, "\r\x1b[K" + line);
  visible_ = true;
}

void ProgressLine::wipe() {
  if (visible_) write_out(terminal_, "\r\x1b[K");
  visible_ = false;
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole >= 3600)
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

}  // namespace keur
