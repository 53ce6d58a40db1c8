// SPDX-License-Identifier: Apache-2.0
#include "harness/data/stm_line.h"

#include "harness/data/text_file.h"

namespace keur {
namespace {

constexpr std::string_view ignored = "ignore_time_segment_in_scoring";

bool same_without_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

}  // namespace

bool is_nist_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || line.substr(first).starts_with(";;");
}

std::optional<Fault> read_stm_line(std::string_view line, Segment& segment) {
  line = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
  const std::vector<FileWord> words = cut_words(line);
  if (words.size() < 5)
    return Fault{"data-columns", "an STM line has at least five fields",
                 "file channel speaker start end <labels> text", 0, 0};
  Microseconds start = 0, end = 0;
  if (auto fault = read_time(words[3].text, words[3].column, "the start", start)) return fault;
  if (auto fault = read_time(words[4].text, words[4].column, "the end", end)) return fault;
  if (end < start) return ends_before_start(words[4].column);
  segment = {};
  segment.recording = words[0].text;
  segment.channel = words[1].text;
  segment.speaker = words[2].text;
  segment.start = start;
  segment.end = end;
  std::size_t first = 5;
  if (words.size() > 5 && words[5].text.starts_with('<') && words[5].text.ends_with('>')) {
    segment.labels = words[5].text.substr(1, words[5].text.size() - 2);
    ++first;
  }
  if (first < words.size()) segment.text = line.substr(words[first].column - 1);
  if (same_without_case(segment.text, ignored)) {
    segment.text.clear();
    segment.ignore = true;
  }
  return std::nullopt;
}

}  // namespace keur
