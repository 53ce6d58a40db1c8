// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/turns.h"

#include <array>
#include <charconv>

namespace keur {
namespace {

constexpr std::string_view special = "\\\t\n", letters = "\\tn";

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    const std::size_t found = special.find(c);
    if (found != std::string_view::npos) {
      out += '\\';
      out += letters[found];
    } else {
      out += c;
    }
  }
}

bool unescape(std::string_view written, std::string& text) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '\\') {
      text += written[i];
      continue;
    }
    if (++i == written.size()) return false;
    const std::size_t found = letters.find(written[i]);
    if (found == std::string_view::npos) return false;
    text += special[found];
  }
  return true;
}

bool read_time(std::string_view written, std::optional<std::int64_t>& time) {
  if (written.empty()) return true;
  const char* const last = written.data() + written.size();
  const auto [end, error] = std::from_chars(written.data(), last, time.emplace());
  return error == std::errc{} && end == last;
}

bool read_turn(std::string_view line, Turn& turn) {
  enum { speaker, channel, start, end, ignore, text, column_count };
  std::array<std::string_view, column_count> columns;
  for (std::size_t i = 0; i < column_count; ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == column_count)) return false;
    columns[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  turn.ignore = columns[ignore] == "x";
  return unescape(columns[speaker], turn.speaker) && unescape(columns[channel], turn.channel) &&
         unescape(columns[text], turn.text) && read_time(columns[start], turn.start) &&
         read_time(columns[end], turn.end) && turn.start.has_value() == turn.end.has_value() &&
         (turn.ignore || columns[ignore].empty());
}

}  // namespace

std::string write_turns(std::span<const Turn> turns) {
  std::string out;
  for (const Turn& turn : turns) {
    append_escaped(out, turn.speaker);
    out += '\t';
    append_escaped(out, turn.channel);
    out += '\t';
    if (turn.start) out += std::to_string(*turn.start);
    out += '\t';
    if (turn.end) out += std::to_string(*turn.end);
    out += turn.ignore ? "\tx\t" : "\t\t";
    append_escaped(out, turn.text);
    out += '\n';
  }
  return out;
}

std::optional<std::vector<Turn>> read_turns(std::string_view text) {
  std::vector<Turn> turns;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !read_turn(text.substr(0, end), turns.emplace_back()))
      return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return turns;
}

}  // namespace keur
