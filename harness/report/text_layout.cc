// SPDX-License-Identifier: Apache-2.0
#include "harness/report/text_layout.h"

#include <algorithm>
#include <cstddef>

#include "metrics/core/utf8.h"

namespace keur {
namespace {

struct Block {
  char32_t first, last;
};
constexpr Block combining[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},
                               {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0E34, 0x0E3A},
                               {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},
                               {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};
constexpr Block wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

template <std::size_t size>
bool contains(const Block (&blocks)[size], char32_t point) {
  return std::any_of(std::begin(blocks), std::end(blocks), [&](const Block& block) {
    return block.first <= point && point <= block.last;
  });
}

// One character as it lies in the text: its bytes and its columns.
struct Glyph {
  std::string_view bytes;
  int width;
};

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    const std::size_t length = point ? point->length : 1;
    int width = 1;
    if (point && contains(combining, point->value)) width = 0;
    if (point && contains(wide, point->value)) width = 2;
    found.push_back({text.substr(at, length), width});
    at += length;
  }
  return found;
}

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

// The longest start of `text` that fits; at least one character, so that loops end.
std::string_view head(std::string_view text, int width) {
  int used = 0;
  std::size_t bytes = 0;
  for (const Glyph& glyph : glyphs(text)) {
    if (bytes > 0 && used + glyph.width > width) break;
    used += glyph.width;
    bytes += glyph.bytes.size();
  }
  return text.substr(0, bytes);
}

std::string_view tail(std::string_view text, int width) {
  const std::vector<Glyph> all = glyphs(text);
  int used = 0;
  std::size_t bytes = 0;
  for (auto glyph = all.rbegin(); glyph != all.rend(); ++glyph) {
    if (used + glyph->width > width) break;
    used += glyph->width;
    bytes += glyph->bytes.size();
  }
  return text.substr(text.size() - bytes);
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (const Glyph& glyph : glyphs(text)) width += glyph.width;
  return width;
}

std::string elide_middle(std::string_view text, int width, std::string_view mark) {
  if (width <= 0) return {};
  if (display_width(text) <= width) return std::string(text);
  const int room = width - display_width(mark);
  if (room < 2) return std::string(head(text, width));
  const int before = (room + 1) / 2;
  std::string result(head(text, before));
  result += mark;
  result += tail(text, room - before);
  return result;
}

std::string pad_right(std::string_view text, int width) {
  return std::string(text) + spaces(width - display_width(text));
}

std::string pad_left(std::string_view text, int width) {
  return spaces(width - display_width(text)) + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, int width, int indent) {
  width = std::max(width, 1);
  indent = std::min(indent, width - 1);
  std::vector<std::string> lines(1);
  int used = 0;
  bool empty = true;  // nothing but indent on the line
  const auto break_line = [&] {
    lines.push_back(spaces(indent));
    used = indent;
    empty = true;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!empty && used + 1 + display_width(word) > width) break_line();
    while (used + (empty ? 0 : 1) + display_width(word) > width) {
      const std::string_view piece = head(word, width - used);
      lines.back() += piece;
      word.remove_prefix(piece.size());
      if (word.empty()) break;
      break_line();
    }
    if (word.empty()) {  // a character wider than the line: it stands alone
      used = width;
      empty = false;
      continue;
    }
    if (!empty) lines.back() += ' ', ++used;
    lines.back() += word;
    used += display_width(word);
    empty = false;
  }
  return lines;
}

}  // namespace keur
