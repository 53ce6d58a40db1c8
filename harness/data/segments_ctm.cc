// SPDX-License-Identifier: Apache-2.0
// CTM, the output format of NIST's scoring tools (SCTK, doc/infmts.htm): one word a line, file
// channel start duration word [confidence]. Of the words between <ALT_BEGIN> and <ALT_END> only one
// branch was said; <ALT> separates the branches and @ is a branch without words.
#include <fmt/format.h>

#include "harness/data/segments.h"
#include "harness/data/stm_line.h"

namespace keur {
namespace {

class Reader {
 public:
  Reader(const TextFile& file, Diagnostics& problems) : file_(file), found_(file, problems) {}

  Transcript read() {
    for_each_nist_line(
        file_, found_, transcript_,
        [this](std::string_view line, std::size_t number) { return take(line, number); });
    if (branch_ > 0)
      found_.add(opened_, {"data-ctm-alternative", "this <ALT_BEGIN> is never ended", "", 0, 0});
    return std::move(transcript_);
  }

 private:
  std::optional<Fault> take(std::string_view line, std::size_t number) {
    const std::vector<FileWord> words = cut_words(line);
    if (words.size() < 5 || words.size() > 6)
      return Fault{"data-columns", "a CTM line has five or six fields",
                   "file channel start duration word confidence", 0, 0};
    if (words[4].text.starts_with("<ALT") && words[4].text.ends_with('>'))
      return mark(words[4], number);
    Segment segment;
    Microseconds start = 0, end = 0;
    if (auto fault = read_time(words[2].text, words[2].column, "the start", start)) return fault;
    if (auto fault = read_duration(words[3].text, words[3].column, start, end)) return fault;
    if (words.size() == 6) {
      if (!is_number(words[5].text))
        return Fault{"data-confidence", "the confidence is not a number",
                     "the sixth field is a confidence: 0.87", 0, words[5].column};
      segment.confidence = words[5].text;
    }
    segment.recording = words[0].text;
    segment.channel = words[1].text;
    segment.text = words[4].text;
    segment.start = start;
    segment.end = end;
    segment.line = number;
    if (branch_ > 0) {
      segment.alternation = alternation_;
      segment.branch = branch_;
      empty_ = false;
    }
    transcript_.segments.push_back(std::move(segment));
    return std::nullopt;
  }

  std::optional<Fault> mark(const FileWord& word, std::size_t number) {
    const auto refuse = [&](const char* message, const char* hint) {
      return Fault{"data-ctm-alternative", message, hint, 0, word.column};
    };
    if (word.text == "<ALT_BEGIN>") {
      if (branch_ > 0) return refuse("an <ALT_BEGIN> within another", "end the first one before");
      ++alternation_;
      branch_ = 1;
      empty_ = true;
      opened_ = number;
      return std::nullopt;
    }
    const bool end = word.text == "<ALT_END>";
    if (!end && word.text != "<ALT>")
      return refuse("there is no such mark", "<ALT_BEGIN>, <ALT> or <ALT_END>");
    if (branch_ == 0) return refuse("there is no <ALT_BEGIN> before this", "");
    const bool empty = empty_;
    branch_ = end ? 0 : branch_ + 1;
    empty_ = true;
    if (empty) return refuse("a branch without words", "write @ where nothing was said");
    return std::nullopt;
  }

  const TextFile& file_;
  FileProblems found_;
  Transcript transcript_;
  int alternation_ = 0;
  int branch_ = 0;  // 0: outside
  bool empty_ = true;
  std::size_t opened_ = 0;
};

Transcript read(const TextFile& file, Diagnostics& problems) {
  return Reader(file, problems).read();
}

std::string write(std::span<const Segment> segments) {
  std::string out;
  const Segment* before = nullptr;
  const auto place = [](const Segment& segment) {
    std::string recording = as_word(segment.recording, "unknown");
    if (recording.starts_with(";;")) recording.insert(0, "_");
    return recording + " " + as_word(segment.channel, "1");
  };
  for (const Segment& segment : segments) {
    const int last = before ? before->alternation : 0;
    if (last != segment.alternation) {
      if (last != 0) out += place(*before) + " * * <ALT_END>\n";
      if (segment.alternation != 0) out += place(segment) + " * * <ALT_BEGIN>\n";
    } else if (last != 0 && before->branch != segment.branch) {
      out += place(segment) + " * * <ALT>\n";
    }
    std::string word = as_word(segment.text, "@");
    // It would be a mark.
    if (word.starts_with("<ALT") && word.ends_with('>')) word.insert(0, "_");
    const Microseconds start = segment.start.value_or(0);
    out += fmt::format("{} {} {} {}", place(segment), write_seconds(start),
                       write_seconds(segment.end.value_or(start) - start), word);
    if (is_number(segment.confidence)) out += " " + segment.confidence;
    out += "\n";
    before = &segment;
  }
  if (before && before->alternation != 0) out += place(*before) + " * * <ALT_END>\n";
  return out;
}

}  // namespace

const SegmentFormat& segments_ctm();
const SegmentFormat& segments_ctm() {
  static const SegmentFormat format{"ctm", ".ctm", false, true, read, write};
  return format;
}

}  // namespace keur
