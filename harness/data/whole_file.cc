// SPDX-License-Identifier: Apache-2.0
#include "harness/data/whole_file.h"

#include "harness/data/fixed_fields.h"
#include "harness/data/json_fields.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id", "file", "channel", "speaker", "text"};

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>& fault) {
  fault = check_fields(wanted, known, "of whole recordings");
  if (fault) return nullptr;
  return json_parser(wanted, false);
}

std::optional<WholeRecords> recordings_of(const Format& named, const InputFile& file,
                                          Diagnostics& problems) {
  const SegmentFormat& format = *find_segment_format(named.id, "");
  const auto transcript = read_transcript(format, read_text(file, problems), problems);
  if (!transcript) return std::nullopt;
  WholeRecords records;
  if (format.one_recording) {
    const std::string stem = file_stem(file.path());
    const std::string texts[] = {stem, stem, "", "", whole_text(*transcript)};
    append_record(records, known, texts, 1);
    return records;
  }
  for (const std::vector<Segment>& segments : by_recording(*transcript)) {
    const Segment& first = segments.front();
    std::string speaker = first.speaker;
    for (const Segment& segment : segments)
      if (segment.speaker != speaker) speaker.clear();
    const std::string id =
        first.channel.empty() ? first.recording : first.recording + "-" + first.channel;
    const std::string texts[] = {id, first.recording, first.channel, speaker,
                                 joined_text(segments)};
    append_record(records, known, texts, first.line);
  }
  return records;
}

}  // namespace

std::optional<Transcript> read_transcript(const SegmentFormat& format,
                                          const std::optional<TextFile>& text,
                                          Diagnostics& problems) {
  if (!text) return std::nullopt;
  const std::size_t before = problems.size();
  Transcript transcript = format.read(*text, problems);
  if (problems.size() != before) return std::nullopt;
  return transcript;
}

void append_record(WholeRecords& records, std::span<const std::string_view> names,
                   std::span<const std::string> texts, std::size_t line) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    records.bytes += i == 0 ? "{" : ",";
    append_json(records.bytes, names[i]);
    records.bytes += ":";
    append_json(records.bytes, texts[i]);
  }
  records.bytes += "}\n";
  records.lines.push_back(static_cast<std::uint32_t>(line));
}

std::string whole_text(const Transcript& transcript) {
  return transcript.text ? *transcript.text : joined_text(transcript.segments);
}

Format whole_file_format(std::string_view id) {
  return {id,      find_segment_format(id, "")->endings,
          false,   line_length,
          parser,  nullptr,
          nullptr, recordings_of};
}

}  // namespace keur
