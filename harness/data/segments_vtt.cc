// SPDX-License-Identifier: Apache-2.0
// WebVTT (W3C Candidate Recommendation, 4 April 2019, section 4). The speaker is the annotation of
// a voice tag, <v Name>; a cue with several voices becomes several segments. Other tags are no
// words.
#include <fmt/format.h>

#include "harness/data/cues.h"
#include "harness/data/segments.h"

namespace keur {
namespace {

struct Reference {
  std::string_view written, text;
};
constexpr Reference references[] = {{"&amp;", "&"},
                                    {"&lt;", "<"},
                                    {"&gt;", ">"},
                                    {"&nbsp;", "\xC2\xA0"},
                                    {"&lrm;", "\xE2\x80\x8E"},
                                    {"&rlm;", "\xE2\x80\x8F"}};

std::string unescape(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    std::size_t taken = 1;
    std::string_view meant = text.substr(0, 1);
    for (const Reference& reference : references)
      if (text.starts_with(reference.written)) {
        taken = reference.written.size();
        meant = reference.text;
      }
    plain += meant;
    text.remove_prefix(taken);
  }
  return plain;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    const std::string_view letter(&c, 1);
    std::string_view written = letter;
    for (const Reference& reference : references)
      if (reference.text == letter) written = reference.written;
    escaped += written;
  }
  return escaped;
}

// An annotation may be broken over lines; white space in it is one blank (section 6.4).
std::string annotation(std::string_view written) {
  std::string text;
  for (const char c : unescape(written)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    if (!blank)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

// What one voice says in a cue.
struct Voice {
  std::string speaker, text;
};

std::vector<Voice> voices_of(std::string_view text, bool& markup) {
  std::vector<Voice> voices(1);
  std::string words;
  const auto end_voice = [&] {
    voices.back().text = unescape(trimmed(cue_text(words)));
    words.clear();
  };
  while (!text.empty()) {
    const std::size_t end = text.starts_with('<') ? text.find('>') : std::string_view::npos;
    if (end == std::string_view::npos) {
      words += text[0];
      text.remove_prefix(1);
      continue;
    }
    const std::string_view tag = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    const std::size_t blank = tag.find_first_of(" \t\n");
    const std::string_view name = tag.substr(0, std::min(tag.find('.'), blank));
    if (name == "v" && blank != std::string_view::npos) {
      end_voice();
      if (!voices.back().text.empty() || !voices.back().speaker.empty()) voices.emplace_back();
      voices.back().speaker = annotation(tag.substr(blank));
      if (tag.find('.') < blank) markup = true;
    } else if (tag != "/v") {
      markup = true;
    }
  }
  end_voice();
  return voices;
}

// A paragraph that is no cue; what it is called in left_out.
std::string_view not_a_cue(std::string_view line) {
  const std::string_view word = line.substr(0, line.find_first_of(" \t"));
  if (line.find("-->") != std::string_view::npos) return {};
  if (word == "NOTE") return "comments";
  if (word == "STYLE" || word == "REGION") return "styles";
  return {};
}

void read_cue(const Paragraph& paragraph, const TextFile& file, Transcript& transcript,
              FileProblems& found) {
  std::size_t first = 0;
  if (paragraph.lines[0].find("-->") == std::string_view::npos) {
    first = 1;
    if (paragraph.lines[0].find_first_not_of("0123456789") != std::string_view::npos)
      transcript.left_out.insert("cue-ids");
  }
  CueTiming timing;
  if (first == paragraph.lines.size())
    return found.add(paragraph.first,
                     {"data-cue", "text that belongs to no cue",
                      "is a line of times missing, or a blank line too many?", 0, 0});
  if (const auto fault = read_cue_timing(paragraph.lines[first], false, timing))
    return found.add(paragraph.first + first, *fault);
  if (timing.settings) transcript.left_out.insert("cue-settings");
  std::string text;
  for (std::size_t i = first + 1; i < paragraph.lines.size(); ++i)
    text += (i > first + 1 ? "\n" : "") + std::string(paragraph.lines[i]);
  bool markup = false;
  for (Voice& voice : voices_of(text, markup)) {
    Segment segment;
    segment.recording = file_stem(file.path);
    segment.speaker = std::move(voice.speaker);
    segment.text = std::move(voice.text);
    segment.start = timing.start;
    segment.end = timing.end;
    segment.line = paragraph.first + first;
    transcript.segments.push_back(std::move(segment));
  }
  if (markup) transcript.left_out.insert("markup");
}

Transcript read(const TextFile& file, Diagnostics& problems) {
  Transcript transcript;
  transcript.named_by_file = true;
  FileProblems found(file, problems);
  const std::vector<Paragraph> all = paragraphs(file.text);
  const bool header = !all.empty() && all[0].first == 1 &&
                      (all[0].lines[0] == "WEBVTT" || all[0].lines[0].starts_with("WEBVTT ") ||
                       all[0].lines[0].starts_with("WEBVTT\t"));
  if (!header)
    found.add(1, {"data-cue", "the first line is not WEBVTT", "is this another format?", 0, 0});
  else if (all[0].lines[0] != "WEBVTT" || all[0].lines.size() > 1)
    transcript.left_out.insert("header");
  for (std::size_t i = header ? 1 : all.size(); i < all.size() && !found.full(); ++i) {
    const std::string_view other = not_a_cue(all[i].lines[0]);
    if (other.empty())
      read_cue(all[i], file, transcript, found);
    else
      transcript.left_out.emplace(other);
  }
  return transcript;
}

std::string write(std::span<const Segment> segments) {
  std::string out = "WEBVTT\n";
  for (const Segment& segment : segments) {
    const std::string speaker = escape(as_line(segment.speaker));
    out +=
        fmt::format("\n{} --> {}\n{}{}\n", write_clock(segment.start.value_or(0), '.'),
                    write_clock(segment.end.value_or(0), '.'),
                    speaker.empty() ? "" : "<v " + speaker + ">", escape(cue_text(segment.text)));
  }
  return out;
}

}  // namespace

const SegmentFormat& segments_vtt();
const SegmentFormat& segments_vtt() {
  static const SegmentFormat format{"vtt", ".vtt", true, true, read, write};
  return format;
}

}  // namespace keur
