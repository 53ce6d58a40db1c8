// SPDX-License-Identifier: Apache-2.0
// RTTM, who spoke when (NIST, RT-09 evaluation plan, appendix A): SPEAKER file channel start
// duration orthography subtype speaker confidence [lookahead]. <NA> stands for what is not known.
// Lines of other types are not about turns; they are left out.
#include <fmt/format.h>

#include "harness/data/segments.h"
#include "harness/data/stm_line.h"

namespace keur {
namespace {

constexpr std::string_view not_known = "<NA>";

std::string known(std::string_view field) { return std::string(field == not_known ? "" : field); }

std::optional<Fault> read_line(std::string_view line, Segment& segment, Transcript& transcript) {
  const std::vector<FileWord> words = cut_words(line);
  if (words[0].text != "SPEAKER") {
    transcript.left_out.insert("lines-of-other-types");
    return std::nullopt;
  }
  if (words.size() < 9 || words.size() > 10)
    return Fault{"data-columns", "an RTTM line has nine or ten fields",
                 "SPEAKER file channel start duration <NA> <NA> speaker <NA> <NA>", 0, 0};
  Microseconds start = 0, end = 0;
  if (auto fault = read_time(words[3].text, words[3].column, "the start", start)) return fault;
  if (auto fault = read_duration(words[4].text, words[4].column, start, end)) return fault;
  segment.confidence = known(words[8].text);
  if (!segment.confidence.empty() && !is_number(segment.confidence))
    return Fault{"data-confidence", "the confidence is not a number", "write <NA> for none", 0,
                 words[8].column};
  segment.recording = words[1].text;
  segment.channel = known(words[2].text);
  segment.speaker = known(words[7].text);
  segment.start = start;
  segment.end = end;
  // The plan has words on lines of their own (LEXEME).
  if (words[5].text != not_known) transcript.left_out.insert("orthography");
  if (words[6].text != not_known) transcript.left_out.insert("subtype");
  if (words.size() == 10 && words[9].text != not_known) transcript.left_out.insert("lookahead");
  return std::nullopt;
}

Transcript read(const TextFile& file, Diagnostics& problems) {
  Transcript transcript;
  FileProblems found(file, problems);
  for_each_nist_line(file, found, transcript, [&](std::string_view line, std::size_t number) {
    Segment segment;
    segment.line = number;
    auto fault = read_line(line, segment, transcript);
    if (!fault && segment.start) transcript.segments.push_back(std::move(segment));
    return fault;
  });
  return transcript;
}

std::string write(std::span<const Segment> segments) {
  std::string out;
  for (const Segment& segment : segments) {
    const Microseconds start = segment.start.value_or(0);
    // The format is about turns: it has no place for words.
    out += fmt::format("SPEAKER {} {} {} {} <NA> <NA> {} {} <NA>\n",
                       as_word(segment.recording, not_known), as_word(segment.channel, not_known),
                       write_seconds(start), write_seconds(segment.end.value_or(start) - start),
                       as_word(segment.speaker, not_known),
                       is_number(segment.confidence) ? segment.confidence : not_known);
  }
  return out;
}

}  // namespace

const SegmentFormat& segments_rttm();
const SegmentFormat& segments_rttm() {
  static const SegmentFormat format{"rttm", ".rttm", false, true, read, write};
  return format;
}

}  // namespace keur
