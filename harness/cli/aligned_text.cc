// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/aligned_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/seal/escape.h"

namespace keur {
namespace {

struct Look {
  const char* letter;
  const char* colour;
};

Look look_of(Mark mark) {
  switch (mark) {
    case Mark::correct:
      return {" ", ""};
    case Mark::substituted:
      return {"S", "33"};
    case Mark::removed:
      return {"R", "31"};
    case Mark::inserted:
      return {"I", "35"};
  }
  return {" ", ""};
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

struct Lines {
  std::string reference = "reference  ", output = "output     ", marks = "           ";
  std::size_t used = 11;
};

void finish(std::string& out, Lines& lines) {
  for (std::string* line : {&lines.reference, &lines.output, &lines.marks}) {
    line->erase(line->find_last_not_of(' ') + 1);
    out += *line + "\n";
  }
  lines = Lines();
}

}  // namespace

std::string aligned_text(const Comparison& comparison, const Terminal& terminal) {
  std::string out;
  Lines lines;
  for (const Piece& piece : comparison) {
    if (!piece.heading.empty()) {
      if (lines.used > 11) finish(out, lines);
      out += terminal.paint(escape_untrusted(piece.heading), "1") + "\n";
    }
    const Look look = look_of(piece.mark);
    const std::string above = escape_untrusted(piece.reference),
                      below = escape_untrusted(piece.output);
    const std::size_t wide = std::max({columns(above), columns(below), std::size_t{1}});
    if (lines.used > 11 && lines.used + wide + 1 > static_cast<std::size_t>(terminal.width))
      finish(out, lines);
    const auto add = [&](std::string& line, const std::string& text) {
      const std::string shown =
          piece.mark == Mark::correct || text.empty() ? text : terminal.paint(text, look.colour);
      line += shown + std::string(wide - columns(text) + 1, ' ');
    };
    // A gap is drawn, so that it is not taken for nothing.
    add(lines.reference, above.empty() ? std::string(wide, '*') : above);
    add(lines.output, below.empty() ? std::string(wide, '*') : below);
    add(lines.marks, look.letter);
    lines.used += wide + 1;
  }
  if (lines.used > 11 || comparison.empty()) finish(out, lines);
  return out;
}

}  // namespace keur
