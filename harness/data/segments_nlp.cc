// SPDX-License-Identifier: Apache-2.0
// NLP files of the Earnings-21 and Earnings-22 corpora (speech-datasets, "NLP files"; Del Rio et
// al. 2021): a first line that names the columns, then one token a line, fields separated by |. The
// punctuation behind a token belongs to its text; tags are labels.
#include <fmt/format.h>

#include <algorithm>

#include "harness/data/segments.h"

namespace keur {
namespace {

constexpr std::string_view no_tags = "[]";

std::vector<std::string_view> cut(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t end = line.find('|');
    fields.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  Reader(const TextFile& file, Diagnostics& problems) : file_(file), found_(file, problems) {
    transcript_.named_by_file = true;
  }

  Transcript read() {
    Lines lines(file_.text);
    std::string_view line;
    if (lines.next(line)) names_ = cut(line);
    if (std::find(names_.begin(), names_.end(), "token") == names_.end()) {
      found_.add(1, {"data-missing-field", "the first line names no column 'token'",
                     "token|speaker|ts|endTs|punctuation|case|tags", 0, 0});
      return std::move(transcript_);
    }
    for (auto name = names_.begin(); name != names_.end(); ++name)
      if (std::find(names_.begin(), name, *name) != name) {
        found_.add(1, {"data-duplicate-field", "a column is named twice", "", 0, 0});
        return std::move(transcript_);
      }
    while (lines.next(line) && !found_.full())
      if (line.find_first_not_of(" \t") != std::string_view::npos)
        if (const auto fault = take(line, lines.number())) found_.add(lines.number(), *fault);
    return std::move(transcript_);
  }

 private:
  std::optional<Fault> take(std::string_view line, std::size_t number) {
    const std::vector<std::string_view> fields = cut(line);
    if (fields.size() != names_.size())
      return Fault{
          "data-columns",
          fmt::format("{} fields where the first line names {}", fields.size(), names_.size()),
          "a token cannot hold |", 0, 0};
    Segment segment;
    segment.recording = file_stem(file_.path);
    segment.line = number;
    std::string_view before, token, behind, start, end;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::string_view name = names_[i], field = fields[i];
      if (name == "token")
        token = field;
      else if (name == "speaker")
        segment.speaker = field;
      else if (name == "ts")
        start = field;
      else if (name == "endTs")
        end = field;
      else if (name == "prepunctuation")
        before = field;
      else if (name == "punctuation")
        behind = field;
      else if (name == "tags")
        segment.labels = field == no_tags ? "" : field;
      else if (!field.empty() && field != no_tags)
        transcript_.left_out.emplace(name);
    }
    if (token.empty()) return Fault{"data-missing-field", "this line has no token", "", 0, 0};
    segment.text = std::string(before) + std::string(token) + std::string(behind);
    if (start.empty() != end.empty())
      return Fault{"data-missing-field", "this token has only one of its two times", "", 0, 0};
    if (!start.empty()) {
      Microseconds from = 0, to = 0;
      if (auto fault = read_time(start, 0, "ts", from)) return fault;
      if (auto fault = read_time(end, 0, "endTs", to)) return fault;
      if (to < from) return ends_before_start(0);
      segment.start = from;
      segment.end = to;
    }
    transcript_.segments.push_back(std::move(segment));
    return std::nullopt;
  }

  const TextFile& file_;
  FileProblems found_;
  Transcript transcript_;
  std::vector<std::string_view> names_;
};

Transcript read(const TextFile& file, Diagnostics& problems) {
  return Reader(file, problems).read();
}

// A field cannot hold the separator.
std::string field(std::string_view text, bool word) {
  std::string out = word ? as_word(text, "_") : as_line(text);
  std::replace(out.begin(), out.end(), '|', '_');
  return out;
}

std::string write(std::span<const Segment> segments) {
  std::string out = "token|speaker|ts|endTs|punctuation|case|tags\n";
  for (const Segment& segment : segments)
    out +=
        fmt::format("{}|{}|{}|{}|||{}\n", field(segment.text, true), field(segment.speaker, false),
                    segment.start ? write_seconds(*segment.start) : "",
                    segment.end ? write_seconds(*segment.end) : "",
                    segment.labels.empty() ? no_tags : field(segment.labels, false));
  return out;
}

}  // namespace

const SegmentFormat& segments_nlp();
const SegmentFormat& segments_nlp() {
  static const SegmentFormat format{"nlp", ".nlp", true, false, read, write};
  return format;
}

}  // namespace keur
