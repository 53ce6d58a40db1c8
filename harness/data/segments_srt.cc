// SPDX-License-Identifier: Apache-2.0
// SubRip subtitles. There is no standard: a cue is a number, a line of times and lines of text, and
// players know a few tags in angle brackets and {\an8}, which are no words. Numbers may be missing.
#include <fmt/format.h>

#include "harness/data/cues.h"
#include "harness/data/segments.h"

namespace keur {
namespace {

constexpr std::string_view tags[] = {"b", "i", "u", "s", "font"};

// The length of a tag at the beginning of `text`, 0 when there is none.
std::size_t tag_length(std::string_view text) {
  if (text.starts_with("{\\")) {
    const std::size_t end = text.find('}');
    return end == std::string_view::npos ? 0 : end + 1;
  }
  if (!text.starts_with('<')) return 0;
  const std::size_t end = text.find('>');
  if (end == std::string_view::npos) return 0;
  std::string_view name = text.substr(1, end - 1);
  if (name.starts_with('/')) name.remove_prefix(1);
  name = name.substr(0, name.find(' '));
  for (const std::string_view tag : tags)
    if (name == tag) return end + 1;
  return 0;
}

// Until none is left: "<<b>i>" is two. A line of nothing but tags is none.
bool remove_tags(std::string& text) {
  const std::size_t before = text.size();
  for (std::size_t written = before + 1; written != text.size();) {
    written = text.size();
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t tag = tag_length(std::string_view(text).substr(i));
      if (tag == 0) plain += text[i];
      i += std::max<std::size_t>(tag, 1);
    }
    text = std::move(plain);
  }
  if (text.size() == before) return false;
  text = cue_text(text);
  return true;
}

Transcript read(const TextFile& file, Diagnostics& problems) {
  Transcript transcript;
  transcript.named_by_file = true;
  FileProblems found(file, problems);
  for (const Paragraph& paragraph : paragraphs(file.text)) {
    if (found.full()) break;
    const bool numbered =
        paragraph.lines[0].find_first_not_of("0123456789 \t") == std::string_view::npos;
    const std::size_t first = numbered ? 1 : 0;
    if (first == paragraph.lines.size()) {
      found.add(paragraph.first, {"data-cue", "a number without a cue", "", 0, 0});
      continue;
    }
    CueTiming timing;
    if (const auto fault = read_cue_timing(paragraph.lines[first], true, timing)) {
      found.add(paragraph.first + first, *fault);
      continue;
    }
    Segment segment;
    segment.recording = file_stem(file.path);
    segment.line = paragraph.first + first;
    segment.start = timing.start;
    segment.end = timing.end;
    for (std::size_t i = first + 1; i < paragraph.lines.size(); ++i)
      segment.text += (i > first + 1 ? "\n" : "") + std::string(paragraph.lines[i]);
    if (remove_tags(segment.text)) transcript.left_out.insert("markup");
    if (timing.settings) transcript.left_out.insert("cue-settings");
    transcript.segments.push_back(std::move(segment));
  }
  return transcript;
}

std::string write(std::span<const Segment> segments) {
  std::string out;
  std::size_t number = 0;
  for (const Segment& segment : segments) {
    ++number;
    out += fmt::format("{}{}\n{} --> {}\n{}\n", number == 1 ? "" : "\n", number,
                       write_clock(segment.start.value_or(0), ','),
                       write_clock(segment.end.value_or(0), ','), cue_text(segment.text));
  }
  return out;
}

}  // namespace

const SegmentFormat& segments_srt();
const SegmentFormat& segments_srt() {
  static const SegmentFormat format{"srt", ".srt", true, true, read, write};
  return format;
}

}  // namespace keur
