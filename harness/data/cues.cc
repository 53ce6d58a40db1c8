// SPDX-License-Identifier: Apache-2.0
#include "harness/data/cues.h"

#include "harness/data/text_file.h"

namespace keur {

std::vector<Paragraph> paragraphs(std::string_view text) {
  std::vector<Paragraph> all;
  Lines lines(text);
  std::string_view line;
  bool inside = false;
  while (lines.next(line)) {
    const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
    if (!blank && !inside) all.push_back({{}, lines.number()});
    if (!blank) all.back().lines.push_back(line);
    inside = !blank;
  }
  return all;
}

std::optional<Fault> read_cue_timing(std::string_view line, bool comma, CueTiming& timing) {
  const std::vector<FileWord> words = cut_words(line);
  const auto refuse = [](const char* message, std::size_t column) {
    return Fault{"data-cue", message, "00:00:01.000 --> 00:00:02.500", 0, column};
  };
  if (words.size() < 3 || words[1].text != "-->")
    return refuse("these are not the two times of a cue", 0);
  const auto start = read_clock(words[0].text, comma), end = read_clock(words[2].text, comma);
  if (!start || !end)
    return refuse("this is not a time: hours, minutes, seconds and their fraction",
                  (start ? words[2] : words[0]).column);
  if (*end < *start) return ends_before_start(words[2].column);
  timing = {*start, *end, words.size() > 3};
  return std::nullopt;
}

std::string cue_text(std::string_view text) {
  std::string lines;
  Lines all(text);
  std::string_view line;
  while (all.next(line))
    if (line.find_first_not_of(" \t\r") != std::string_view::npos)
      lines += (lines.empty() ? "" : "\n") + std::string(line);
  return lines;
}

}  // namespace keur
