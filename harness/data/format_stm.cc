// SPDX-License-Identifier: Apache-2.0
// STM, each line a case of its own; see stm_line.h. Fields: id (file-channel-speaker-start-end),
// file, channel, speaker, start, end, labels, text. A line that is not to be scored is no case.
#include "harness/data/fixed_fields.h"
#include "harness/data/stm_line.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id",    "file", "channel", "speaker",
                                      "start", "end",  "labels",  "text"};

std::optional<Fault> read(std::string_view line, std::span<std::string> fields) {
  Segment segment;
  if (auto fault = read_stm_line(line, segment)) return fault;
  fields[0] = segment_id(segment);
  fields[1] = segment.recording;
  fields[2] = segment.channel;
  fields[3] = segment.speaker;
  fields[4] = write_seconds(*segment.start);
  fields[5] = write_seconds(*segment.end);
  fields[6] = segment.labels;
  fields[7] = segment.text;
  return std::nullopt;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>& fault) {
  return fixed_fields_parser(wanted, known, "stm", read, fault);
}

bool skipped(std::string_view record) {
  Segment segment;
  return is_nist_comment(record) || (!read_stm_line(record, segment) && segment.ignore);
}

}  // namespace

const Format& format_stm();
const Format& format_stm() {
  static const Format format{"stm", ".stm", false, line_length, parser, skipped};
  return format;
}

}  // namespace keur
