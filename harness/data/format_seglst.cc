// SPDX-License-Identifier: Apache-2.0
// SegLST, each segment a case of its own; see segments_seglst.cc. Fields: those of the file, and id
// (session_id-channel-speaker-start_time-end_time) where a segment has none.
#include "harness/data/json_fields.h"
#include "harness/data/segments.h"

namespace keur {
namespace {

const std::vector<std::string> id_parts = {"id",      "session_id", "channel",
                                           "speaker", "start_time", "end_time"};

class SeglstParser : public RecordParser {
 public:
  explicit SeglstParser(std::span<const std::string> wanted)
      : wanted_(wanted.begin(), wanted.end()), all_(wanted_) {
    all_.insert(all_.end(), id_parts.begin(), id_parts.end());
    values_.resize(all_.size());
    parser_ = json_parser(all_, true);
  }

  std::optional<Fault> parse(char* record, std::size_t length,
                             std::span<FieldValue> values) override {
    if (auto fault = parser_->parse(record, length, values_)) return fault;
    const FieldValue* part = values_.data() + wanted_.size();
    if (part[0].state == FieldValue::State::text) {
      id_ = part[0].text;
    } else {
      Segment segment;
      segment.recording = part[1].text;
      segment.channel = part[2].text;
      segment.speaker = part[3].text;
      Microseconds start = 0, end = 0;
      bool rounded = false;
      if (!part[4].text.empty()) {
        if (auto fault = read_time(part[4].text, 0, "start_time", start, &rounded)) return fault;
        if (auto fault = read_time(part[5].text, 0, "end_time", end, &rounded)) return fault;
        if (end < start) return ends_before_start(0);
        segment.start = start;
        segment.end = end;
      }
      id_ = segment_id(segment);
    }
    for (std::size_t i = 0; i < wanted_.size(); ++i)
      values[i] = wanted_[i] == "id" ? FieldValue{FieldValue::State::text, id_} : values_[i];
    return std::nullopt;
  }

 private:
  std::vector<std::string> wanted_, all_;
  std::vector<FieldValue> values_;
  std::unique_ptr<RecordParser> parser_;
  std::string id_;
};

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>&) {
  return std::make_unique<SeglstParser>(wanted);
}

}  // namespace

const Format& format_seglst();
const Format& format_seglst() {
  static const Format format{"seglst", ".seglst.json .seglst", false,           json_piece_length,
                             parser,   json_piece_skipped,     json_piece_order};
  return format;
}

}  // namespace keur
