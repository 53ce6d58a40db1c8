// SPDX-License-Identifier: Apache-2.0
#include "harness/data/recordings.h"

#include <algorithm>
#include <map>

#include "harness/data/endings.h"
#include "harness/data/fixed_fields.h"
#include "harness/data/folder_records.h"
#include "harness/data/json_fields.h"
#include "harness/data/seglst_fields.h"
#include "harness/data/whole_file.h"
#include "metrics/core/turns.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id", "file", "turns"};

// What belongs to one choice between words is one turn, from its first start to its last end.
std::vector<Turn> turns_of(std::span<const Segment> segments) {
  std::vector<Turn> turns;
  for (std::size_t at = 0; at < segments.size();) {
    const Segment& first = segments[at];
    Turn turn{first.speaker, first.channel, first.text, first.start, first.end, first.ignore};
    std::size_t end = at + 1;
    if (first.alternation != 0) {
      for (; end < segments.size() && segments[end].alternation == first.alternation; ++end) {
        if (!turn.start || !segments[end].start) continue;
        turn.start = std::min(*turn.start, *segments[end].start);
        turn.end = std::max(*turn.end, *segments[end].end);
      }
      turn.text = joined_text(segments.subspan(at, end - at));
    }
    turns.push_back(std::move(turn));
    at = end;
  }
  return turns;
}

std::optional<WholeRecords> recordings(const Format& named, const InputFile& file,
                                       Diagnostics& problems) {
  const SegmentFormat& format = *find_segment_format(named.id, "");
  const auto text = read_text(file, problems);
  const auto transcript = read_transcript(format, text, problems);
  if (!transcript) return std::nullopt;
  WholeRecords records;
  if (format.one_recording) {
    const std::string stem = file_stem(file.path());
    const std::string texts[] = {stem, stem, write_turns(turns_of(transcript->segments))};
    append_record(records, known, texts, 1);
    return records;
  }
  std::map<std::string, SharedFields> shared;
  if (named.id == "seglst") shared = shared_seglst_fields(*text, transcript->left_out);
  std::map<std::string_view, std::size_t> places;
  std::vector<std::vector<Segment>> all;
  for (const Segment& segment : transcript->segments) {
    const auto [place, fresh] = places.emplace(segment.recording, all.size());
    if (fresh) all.emplace_back();
    all[place->second].push_back(segment);
  }
  for (const std::vector<Segment>& segments : all) {
    const std::string& name = segments.front().recording;
    std::vector<std::string_view> names(std::begin(known), std::end(known));
    std::vector<std::string> texts{name, name, write_turns(turns_of(segments))};
    for (const auto& [key, value] : shared[name]) {
      if (!value || std::find(names.begin(), names.end(), key) != names.end()) continue;
      names.push_back(key);
      texts.push_back(*value);
    }
    append_record(records, names, texts, segments.front().line);
  }
  return records;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>& fault) {
  fault = check_fields(wanted, known, "of recordings");
  if (fault) return nullptr;
  return json_parser(wanted, false);
}

// Which other keys a file has is not known before it is read: a case that lacks one is a problem.
std::unique_ptr<RecordParser> seglst_parser(std::span<const std::string> wanted, std::string_view,
                                            bool, std::optional<Fault>&) {
  return json_parser(wanted, false);
}

std::optional<std::string> read_file(const std::string& path, const std::string& name,
                                     std::string bytes, Diagnostics& problems) {
  const auto transcript = read_transcript(
      *folder_segment_format(name), read_text(path, std::move(bytes), problems), problems);
  if (!transcript) return std::nullopt;
  for (const Segment& segment : transcript->segments)
    if (segment.recording != transcript->segments.front().recording) {
      problems.push_back({"data-several-recordings",
                          Severity::error,
                          {path, segment.line, 0, 0},
                          "a second recording begins here",
                          "",
                          "in a folder every file is one recording"});
      return std::nullopt;
    }
  return write_turns(turns_of(transcript->segments));
}

std::optional<WholeRecords> folder(const Format&, const InputFile& file, Diagnostics& problems) {
  return folder_records(
      file,
      {"turns",
       "a folder of recordings holds .srt, .vtt, .TextGrid, .nlp, .json, .ctm, .stm, .rttm or "
       ".seglst.json",
       [](const std::string& name) { return folder_segment_format(name) != nullptr; }, read_file},
      problems);
}

// In the order of the alphabet.
const std::vector<Format>& formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> made{{"folder", "/", false, line_length, parser, nullptr, nullptr, folder}};
    for (const SegmentFormat* format : all_segment_formats())
      made.push_back({format->id, format->endings, false, line_length,
                      format->id == "seglst" ? seglst_parser : parser, nullptr, nullptr,
                      recordings});
    std::sort(made.begin(), made.end(),
              [](const Format& one, const Format& other) { return one.id < other.id; });
    return made;
  }();
  return all;
}

}  // namespace

const Format* find_recording_format(std::string_view name, std::string_view path) {
  std::vector<const Format*> all;
  for (const Format& format : formats()) all.push_back(&format);
  return find_by_name_or_ending(std::span<const Format* const>(all), name, path);
}

std::vector<std::string> recording_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.id);
  return names;
}

}  // namespace keur
