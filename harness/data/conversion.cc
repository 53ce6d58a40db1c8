// SPDX-License-Identifier: Apache-2.0
#include "harness/data/conversion.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "harness/data/record_table.h"
#include "harness/data/segments.h"
#include "harness/data/table_segments.h"

namespace keur {
namespace {

class Losses {
 public:
  void add(const std::string& what, std::size_t line) {
    Loss& loss = losses_.emplace(what, Loss{what, 0, line}).first->second;
    ++loss.count;
    ++sum_;
  }
  void add_file(const std::string& what) { losses_.emplace(what, Loss{what, 0, 0}); }
  bool any() const { return !losses_.empty(); }
  std::size_t sum() const { return sum_; }
  std::vector<Loss> all() const {
    std::vector<Loss> list;
    for (const auto& [what, loss] : losses_) list.push_back(loss);
    return list;
  }

 private:
  std::map<std::string, Loss> losses_;
  std::size_t sum_ = 0;
};

std::string without_white_space(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') plain += c;
  return plain;
}

// Words may move apart or together unseen only where white space is all that differs, and where
// words were is still white space: "no fever" as "no_fever" is another text.
bool only_white_space_differs(const std::string& one, const std::string& other) {
  const auto words = [](std::string text) {
    for (char& c : text)
      if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    std::string line;
    for (const char c : text)
      if (c != ' ' || (!line.empty() && line.back() != ' ')) line += c;
    while (line.ends_with(' ')) line.pop_back();
    return line;
  };
  return without_white_space(one) == without_white_space(other) && words(one) == words(other);
}

void compare_segment(const Segment& before, const Segment& after, bool recording, Losses& losses) {
  const auto lost = [&](const char* what, const std::string& one, const std::string& other) {
    if (!one.empty() && one != other) losses.add(what, before.line);
  };
  if (recording) lost("recording", before.recording, after.recording);
  lost("channel", before.channel, after.channel);
  lost("speaker", before.speaker, after.speaker);
  lost("labels", before.labels, after.labels);
  lost("confidence", before.confidence, after.confidence);
  if (before.text != after.text && !before.text.empty())
    losses.add(only_white_space_differs(before.text, after.text) ? "white-space" : "text",
               before.line);
  if (before.ignore && !after.ignore) losses.add("ignore", before.line);
  if (before.start && !after.start)
    losses.add("times", before.line);
  else if (before.start && (before.start != after.start || before.end != after.end))
    losses.add("precision", before.line);
  if (before.alternation != 0 &&
      (before.alternation != after.alternation || before.branch != after.branch))
    losses.add("alternatives", before.line);
}

Losses compare(const std::vector<Segment>& before, const std::vector<Segment>& after,
               bool recording) {
  Losses losses;
  if (before.size() != after.size()) {
    losses.add_file("segments");
    return losses;
  }
  for (std::size_t i = 0; i < before.size(); ++i)
    compare_segment(before[i], after[i], recording, losses);
  return losses;
}

Losses compare_transcripts(const Transcript& before, const Transcript& after) {
  const bool recording = !(before.named_by_file && after.named_by_file);
  Losses losses = compare(before.segments, after.segments, recording);
  if (losses.sum() > 0) {
    // The same segments in another order lose their order and nothing else.
    const auto sorted = [](std::vector<Segment> segments) {
      std::stable_sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
        return std::tie(a.start, a.end, a.speaker, a.text) <
               std::tie(b.start, b.end, b.speaker, b.text);
      });
      return segments;
    };
    Losses unordered = compare(sorted(before.segments), sorted(after.segments), recording);
    if (unordered.sum() < losses.sum()) {
      unordered.add_file("order");
      losses = std::move(unordered);
    }
  }
  for (const std::string& what : before.left_out) losses.add_file(what);
  return losses;
}

// Two columns of a table are one thing to a reader.
std::string name_of(const std::string& column) {
  return column == "start" || column == "end" ? "times" : column;
}

Losses compare_tables(const RecordTable& before, const RecordTable& after) {
  Losses losses;
  for (const std::string& what : before.left_out) losses.add_file(what);
  if (before.records.size() != after.records.size()) losses.add_file("records");
  const std::size_t records = std::min(before.records.size(), after.records.size());
  for (std::size_t c = 0; c < before.columns.size(); ++c) {
    const auto found = std::find(after.columns.begin(), after.columns.end(), before.columns[c]);
    const auto other = static_cast<std::size_t>(found - after.columns.begin());
    for (std::size_t r = 0; r < records; ++r) {
      const TableCell& one = before.records[r][c];
      const TableCell two = found == after.columns.end() ? TableCell{} : after.records[r][other];
      if (one == two) continue;
      if (one.text.empty() && two.text.empty()) {
        // Nothing and an empty text are told apart where the format can.
        if (found != after.columns.end() && one.state != FieldValue::State::text)
          losses.add("null", before.lines[r]);
        continue;
      }
      losses.add(
          two.state == FieldValue::State::text && only_white_space_differs(one.text, two.text)
              ? "white-space"
              : name_of(before.columns[c]),
          before.lines[r]);
    }
  }
  return losses;
}

class Converter {
 public:
  Converter(const InputFile& from, std::string to_path, Diagnostics& problems)
      : from_(from), to_path_(std::move(to_path)), problems_(problems), before_(problems.size()) {}

  std::optional<Conversion> run(const std::string& from_format, const std::string& to_format) {
    const SegmentFormat* from = find_segment_format(from_format, "-");
    const SegmentFormat* to = find_segment_format(to_format, "-");
    Transcript transcript;
    RecordTable table;
    if (from) {
      if (const auto text = read_text(from_, problems_)) transcript = from->read(*text, problems_);
    } else {
      table = read_record_table(from_, *find_table_format(from_format, ""), problems_);
    }
    if (failed()) return std::nullopt;
    if (from ? transcript.segments.empty() : table.records.empty())
      return refuse("data-empty", "the file holds no record", "was the export finished?");
    if (to) {
      if (!from) transcript = segments_of(table, from_.path(), problems_);
      if (failed()) return std::nullopt;
      return to_segments(transcript, *to);
    }
    return to_table(from ? table_of(transcript) : std::move(table),
                    *find_table_format(to_format, ""));
  }

 private:
  bool failed() const { return problems_.size() != before_; }

  std::nullopt_t refuse(const char* code, std::string message, std::string hint,
                        std::size_t line = 0) {
    problems_.push_back({code,
                         Severity::error,
                         {from_.path(), line, 0, 0},
                         std::move(message),
                         "",
                         std::move(hint)});
    return std::nullopt;
  }

  std::optional<Conversion> to_segments(const Transcript& transcript, const SegmentFormat& to) {
    for (const Segment& segment : transcript.segments) {
      if (to.needs_times && !segment.start)
        return refuse("data-no-times", "this says nothing of when it was said",
                      fmt::format("the format {} cannot do without times", to.id), segment.line);
      if (to.one_recording && segment.recording != transcript.segments[0].recording)
        return refuse("data-several-recordings",
                      "this is about another recording than the lines before",
                      fmt::format("a file of the format {} holds one", to.id), segment.line);
    }
    std::vector<Segment> written = transcript.segments;
    for (Segment& segment : written)
      for (std::string* text :
           {&segment.recording, &segment.channel, &segment.speaker, &segment.text, &segment.labels})
        // JSON can write a NUL; no other format can.
        std::replace(text->begin(), text->end(), '\0', ' ');
    Conversion result;
    result.bytes = to.write(written);
    Diagnostics again;
    const auto text = read_text(to_path_, result.bytes, again);
    const Transcript after = text ? to.read(*text, again) : Transcript{};
    if (!readable(again)) return std::nullopt;
    result.losses = compare_transcripts(transcript, after).all();
    return result;
  }

  std::optional<Conversion> to_table(const RecordTable& table, const Format& to) {
    if (to.id == "trn")
      for (const char* needed : {"id", "text"})
        if (std::find(table.columns.begin(), table.columns.end(), needed) == table.columns.end())
          return refuse("data-missing-field", fmt::format("there is no field '{}'", needed),
                        "a trn file is made of the fields id and text");
    for (const std::string& name : table.columns)
      if (name.find('\0') != std::string::npos)
        return refuse("data-nul", "the name of a field holds a NUL", "rename it");
    RecordTable written = table;
    for (std::vector<TableCell>& record : written.records)
      for (TableCell& cell : record) std::replace(cell.text.begin(), cell.text.end(), '\0', ' ');
    Conversion result;
    result.bytes = write_record_table(written, to);
    Diagnostics again;
    const InputFile file = InputFile::of_bytes(to_path_, result.bytes);
    const RecordTable after = read_record_table(file, to, again);
    if (!readable(again)) return std::nullopt;
    result.losses = compare_tables(table, after).all();
    return result;
  }

  // What was written must be readable; only a single text can be too long for the other format.
  bool readable(const Diagnostics& again) {
    if (!again.empty()) problems_.push_back(again[0]);
    return again.empty();
  }

  const InputFile& from_;
  std::string to_path_;
  Diagnostics& problems_;
  std::size_t before_;
};

}  // namespace

std::string conversion_format(const std::string& name, const std::string& path) {
  if (const SegmentFormat* format = find_segment_format(name, path)) return std::string(format->id);
  const Format* format = find_table_format(name, path);
  return format ? std::string(format->id) : "";
}

std::vector<std::string> conversion_formats() {
  std::vector<std::string> names;
  for (const SegmentFormat* format : all_segment_formats()) names.emplace_back(format->id);
  for (const Format* format : all_formats())
    if (find_table_format(format->id, "")) names.emplace_back(format->id);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Conversion> convert(const InputFile& from, const std::string& from_format,
                                  const std::string& to_path, const std::string& to_format,
                                  Diagnostics& problems) {
  return Converter(from, to_path, problems).run(from_format, to_format);
}

}  // namespace keur
