// SPDX-License-Identifier: Apache-2.0
// Every reader of harness/data. The first line of the input is two letters, the format it is read
// as and one it is converted to; the rest is the file. Holds for all bytes:
//   - a problem lies inside the file; what is read is valid UTF-8
//   - a record fetched by its place is the record that was streamed
//   - a file is either refused or converted; what was written can be read
//   - written in its own format it reads the same, and is written the same again
//   - converted without loss, it comes back and says what it said
#include <algorithm>

#include "harness/data/conversion.h"
#include "harness/data/delimited.h"
#include "harness/data/record_stream.h"
#include "harness/data/record_table.h"
#include "harness/data/segments.h"
#include "metrics/core/utf8.h"
#include "tests/fuzz/target.h"

namespace keur {
namespace {

struct Letter {
  char letter;
  const char *id, *path;
};
constexpr Letter letters[] = {
    {'l', "jsonl", "visit.jsonl"},
    {'j', "json", "visit.json"},
    {'c', "csv", "visit.csv"},
    {'t', "tsv", "visit.tsv"},
    {'n', "trn", "visit.trn"},
    {'s', "stm", "visit.stm"},
    {'m', "ctm", "visit.ctm"},
    {'g', "seglst", "visit.seglst.json"},
    {'r', "rttm", "visit.rttm"},
    {'x', "textgrid", "visit.TextGrid"},
    {'u', "srt", "visit.srt"},
    {'v', "vtt", "visit.vtt"},
    {'o', "verbose_json", "visit.verbose.json"},
    {'p', "nlp", "visit.nlp"},
};

// Any byte is some format.
const Letter& format_of(char byte) {
  for (const Letter& one : letters)
    if (one.letter == byte) return one;
  return letters[static_cast<unsigned char>(byte) % std::size(letters)];
}

// The file, for places in it.
class Places {
 public:
  explicit Places(std::string_view bytes)
      : utf16_(bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    for (std::size_t begin = 0; begin <= bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      lengths_.push_back(end - begin);
      begin = end + 1;
    }
  }
  // A column may be the one behind the last byte of a line.
  void check(const std::string& what, std::size_t line, std::size_t column) const {
    hold(line <= lengths_.size(), what + ": line " + std::to_string(line));
    hold(line > 0 || column == 0, what + ": a column of no line");
    if (line > 0 && !utf16_)
      hold(column <= lengths_[line - 1] + 1, what + ": column " + std::to_string(column));
  }
  void check(const Diagnostics& problems, const std::string& path) const {
    for (const Diagnostic& problem : problems) {
      hold(problem.span.file == path, problem.code + ": in " + problem.span.file);
      hold(!problem.message.empty() && !problem.code.empty(), "a problem without words");
      check(problem.code, problem.span.line, problem.span.column);
    }
  }

 private:
  bool utf16_;
  std::vector<std::size_t> lengths_;
};

std::vector<std::string> wanted_fields(const Format& format, const std::string& header) {
  if (!format.header) return {"id", "text"};
  std::optional<Fault> fault;
  std::vector<std::string> names = delimited_names(header, format.id == "tsv" ? '\t' : ',', fault);
  if (names.size() > 2) names.resize(2);
  return names.empty() ? std::vector<std::string>{"id"} : names;
}

// As harness/run reads a file: record by record, and any one of them again.
void read_records(const InputFile& file, const Format& format, const Places& places, bool quotes) {
  Diagnostics problems;
  RecordStream stream(file, format, quotes);
  RecordFetcher fetcher(file);
  std::unique_ptr<RecordParser> parser;
  std::vector<FieldValue> values;
  while (auto block = stream.next(problems)) {
    if (!parser) {
      const auto wanted = wanted_fields(format, stream.header());
      std::optional<Fault> fault;
      parser = format.parser(wanted, stream.header(), quotes, fault);
      hold(parser != nullptr || fault.has_value(), "neither a parser nor a fault");
      if (!parser) return places.check(fault->code, 1 + fault->line, fault->column);
      values.resize(wanted.size());
    }
    for (const RecordPlace& place : block->records) {
      const std::string streamed(block->data(place), place.length);
      hold(streamed == std::string(fetcher.fetch(place), place.length), "another record fetched");
      if (const auto fault = parser->parse(block->data(place), place.length, values)) {
        // Of a file read whole the records are not its lines.
        if (!format.whole) places.check(fault->code, place.line + fault->line, fault->column);
        continue;
      }
      for (const FieldValue& value : values)
        hold(!first_invalid_utf8(value.text), "a field is no UTF-8");
    }
  }
  places.check(problems, file.path());
}

void check_texts(const Transcript& transcript, const Places& places) {
  for (const Segment& segment : transcript.segments) {
    for (const std::string* text : {&segment.recording, &segment.channel, &segment.speaker,
                                    &segment.text, &segment.confidence, &segment.labels})
      hold(!first_invalid_utf8(*text), "a part of a segment is no UTF-8");
    hold(segment.start.has_value() == segment.end.has_value(), "one time without the other");
    hold(!segment.start || (0 <= *segment.start && *segment.start <= *segment.end),
         "a segment ends before it starts");
    places.check("a segment", segment.line, 0);
  }
}

// What the reader itself says is left out; nullopt where the file is refused.
std::optional<std::set<std::string>> read_parts(const InputFile& file, const Letter& from,
                                                const Places& places) {
  Diagnostics problems;
  std::set<std::string> left_out;
  if (const SegmentFormat* format = find_segment_format(from.id, "")) {
    if (const auto text = read_text(file, problems)) {
      const Transcript transcript = format->read(*text, problems);
      check_texts(transcript, places);
      left_out = transcript.left_out;
    }
  } else {
    const RecordTable table = read_record_table(file, *find_table_format(from.id, ""), problems);
    for (const auto& record : table.records) {
      hold(record.size() == table.columns.size(), "a record of another width");
      for (const TableCell& cell : record)
        hold(!first_invalid_utf8(cell.text), "a cell is no UTF-8");
    }
    left_out = table.left_out;
  }
  places.check(problems, file.path());
  if (!problems.empty()) return std::nullopt;
  return left_out;
}

std::optional<Conversion> converted(std::string bytes, const Letter& from, const Letter& to,
                                    Diagnostics& problems) {
  return convert(InputFile::of_bytes(from.path, std::move(bytes)), from.id, to.path, to.id,
                 problems);
}

// What readers take and writers never write: a token with a blank in it, and a carriage return that
// ends no line.
bool is_forgiven(const Letter& format, const Loss& loss) {
  return format.letter == 'p' && loss.what == "text";
}
bool has_stray_return(std::string_view bytes) {
  for (std::size_t at = bytes.find('\r'); at < bytes.size(); at = bytes.find('\r', at + 1))
    if (bytes.substr(at + 1, 1) != "\n") return true;
  return false;
}

// Without loss, or with a sentence that names the loss.
std::string must_convert(const std::string& bytes, const Letter& from, const Letter& to,
                         const std::string& what) {
  Diagnostics problems;
  const auto result = converted(bytes, from, to, problems);
  hold(result.has_value(), what + " is refused: " + (problems.empty() ? "" : problems[0].code));
  for (const Loss& loss : result->losses) hold(false, what + " loses " + loss.what);
  return result->bytes;
}

// What the file said is still said, whatever a format in between had to add: a channel, a name.
void check_kept(const InputFile& file, const InputFile& later, const SegmentFormat& format) {
  Diagnostics problems;
  const Transcript one = format.read(*read_text(file, problems), problems),
                   other = format.read(*read_text(later, problems), problems);
  hold(problems.empty() && one.segments.size() == other.segments.size(), "a segment went missing");
  for (std::size_t i = 0; i < one.segments.size(); ++i) {
    const Segment &before = one.segments[i], &after = other.segments[i];
    for (const auto part : {&Segment::recording, &Segment::channel, &Segment::speaker,
                            &Segment::confidence, &Segment::labels})
      hold((before.*part).empty() || before.*part == after.*part,
           before.*part + " became " + after.*part);
    hold(before.text == after.text, "a text became another");
    hold(before.start == after.start && before.end == after.end, "a time became another");
    hold(before.ignore == after.ignore && before.alternation == after.alternation &&
             before.branch == after.branch,
         "a mark became another");
  }
}

void check_kept(const InputFile& file, const InputFile& later, const Format& format) {
  Diagnostics problems;
  const RecordTable one = read_record_table(file, format, problems),
                    other = read_record_table(later, format, problems);
  hold(problems.empty() && one.records.size() == other.records.size(), "a record went missing");
  for (std::size_t c = 0; c < one.columns.size(); ++c) {
    const auto found = std::find(other.columns.begin(), other.columns.end(), one.columns[c]);
    hold(found != other.columns.end(), "the column " + one.columns[c] + " went missing");
    const auto column = static_cast<std::size_t>(found - other.columns.begin());
    for (std::size_t r = 0; r < one.records.size(); ++r)
      hold(one.records[r][c].text == other.records[r][column].text, "a cell became another");
  }
}

void run(std::string_view input) {
  if (input.size() < 2) return;
  const Letter &from = format_of(input[0]), &to = format_of(input[1]);
  input.remove_prefix(2);
  if (input.starts_with('\n')) input.remove_prefix(1);
  const std::string bytes(input);
  const Places places(bytes);
  const InputFile file = InputFile::of_bytes(from.path, bytes);
  if (const Format* format = find_format(from.id, "")) {
    read_records(file, *format, places, true);
    if (format->header) read_records(file, *format, places, false);
  }
  const auto left_out = read_parts(file, from, places);

  Diagnostics problems;
  // Neither has a NUL a place in a file, which JSON can write all the same.
  const bool odd = has_stray_return(bytes) || bytes.find("\\u0000") != std::string::npos;
  const auto own = converted(bytes, from, from, problems);
  hold(own.has_value() == problems.empty(), "neither converted nor refused");
  for (const Diagnostic& problem : problems)
    hold(left_out.has_value() == (problem.code == "data-empty"), "refused: " + problem.code);
  if (!own) return;
  for (const Loss& loss : own->losses)
    hold(left_out->contains(loss.what) || odd || is_forgiven(from, loss),
         "in its own format it loses " + loss.what);
  if (odd) return;
  hold(must_convert(own->bytes, from, from, "what was written") == own->bytes,
       "written twice it is not the same");

  problems.clear();
  const auto other = converted(bytes, from, to, problems);
  hold(other.has_value() == problems.empty(), "neither converted nor refused");
  for (const Diagnostic& problem : problems)
    hold(problem.span.file == from.path, "what was written cannot be read: " + problem.code);
  if (!other) return;
  if (to.letter != 'x' || other->losses.empty())  // a TextGrid of silence holds no record
    must_convert(other->bytes, to, to, "what was converted");
  // Between tables and segments new columns come about: an id and what it is made of.
  const auto of_segments = [](const Letter& one) {
    return find_segment_format(one.id, "") != nullptr;
  };
  if (!other->losses.empty() || of_segments(from) != of_segments(to)) return;
  problems.clear();
  const auto back = converted(other->bytes, to, from, problems);
  hold(back.has_value(), "it cannot be converted back");
  const InputFile later = InputFile::of_bytes(from.path, back->bytes);
  if (of_segments(from))
    check_kept(file, later, *find_segment_format(from.id, ""));
  else
    check_kept(file, later, *find_table_format(from.id, ""));
}

}  // namespace

const Target& target_data();
const Target& target_data() {
  static const Target target{"data", run};
  return target;
}

}  // namespace keur
