// SPDX-License-Identifier: Apache-2.0
// What a stream can show. Decided once, from the flag, the environment and the stream itself, in
// that order; nothing here can change a number.
#pragma once
#include <string>
#include <string_view>

namespace keur {

enum class ColourFlag { automatic, always, never };

struct Terminal {
  int descriptor = 1;
  bool is_terminal = false;
  bool colour = false;
  bool unicode = false;
  int width = 80;

  std::string paint(std::string_view text, const char* colour_code) const;
};

// `descriptor`: 1 stdout, 2 stderr. https://no-color.org: NO_COLOR counts when it is not empty.
Terminal look_at(int descriptor, ColourFlag flag);

// Writes all of it; throws std::system_error when the stream is gone. A closed pipe ends quietly.
void write_out(const Terminal& to, std::string_view text);

// `text` as one word of a shell command: in quotes where it holds more than letters, digits and
// the marks of plain paths.
std::string shell_word(std::string_view text);

}  // namespace keur
