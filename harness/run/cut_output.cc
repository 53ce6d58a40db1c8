// SPDX-License-Identifier: Apache-2.0
#include "harness/run/cut_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/data/segments.h"
#include "harness/data/whole_file.h"
#include "metrics/alignment/time.h"

namespace keur {
namespace {

constexpr std::string_view fields[] = {"id", "file", "channel", "speaker", "text"};

std::optional<Transcript> read(const Source& source, Diagnostics& problems) {
  const auto text = read_text(source.file, problems);
  if (!text) return std::nullopt;
  const std::size_t before = problems.size();
  Transcript transcript = find_segment_format(source.format->id, "")->read(*text, problems);
  if (problems.size() != before) return std::nullopt;
  return transcript;
}

// In order of their start. Words of one choice stay together and go by the first of them.
void sort_by_time(std::vector<Segment>& segments) {
  std::vector<std::pair<Microseconds, std::size_t>> order;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const bool with_last = at > 0 && segments[at].alternation != 0 &&
                           segments[at].alternation == segments[at - 1].alternation;
    order.emplace_back(with_last ? order.back().first : *segments[at].start, at);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<Segment> sorted;
  for (const auto& [start, at] : order) sorted.push_back(std::move(segments[at]));
  segments = std::move(sorted);
}

void drop_outside(const std::vector<Segment>& reference, std::vector<Segment>& words) {
  Microseconds end = 0;
  for (const Segment& segment : reference) end = std::max(end, *segment.end);
  const Microseconds start = *reference.front().start;
  std::erase_if(words, [&](const Segment& word) { return *word.end < start || *word.start > end; });
}

void add(WholeRecords& records, const std::string& id, const Segment& of,
         std::span<const Segment> words, std::size_t line) {
  const std::string texts[] = {id, of.recording, of.channel, of.speaker, joined_text(words)};
  append_record(records, fields, texts, line);
}

void deal(const std::vector<Segment>& reference, const std::vector<Segment>& words,
          WholeRecords& records) {
  std::vector<TimedSegment> segments;
  for (const Segment& segment : reference)
    segments.push_back({*segment.start, *segment.end, segment.ignore});
  std::vector<TimedWord> timed;
  for (const Segment& word : words)
    timed.push_back(
        {*word.start, *word.end, word.text, static_cast<std::uint32_t>(word.alternation)});
  const std::vector<SegmentWords> places = words_of_segments(segments, timed);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (places[at].dropped) continue;
    const auto own = std::span(words).subspan(places[at].begin, places[at].end - places[at].begin);
    add(records, segment_id(reference[at]), reference[at], own, own.empty() ? 0 : own.front().line);
  }
}

}  // namespace

bool cut_output(const Table& table, const Source& cases, const Source& outputs,
                Diagnostics& problems) {
  if (cases.format->id != "stm" || outputs.format->id != "ctm") {
    problems.push_back({"suite-cut", Severity::error, table.cut.span,
                        fmt::format("'cut' needs an stm reference and a ctm output, not {} and {}",
                                    cases.format->id, outputs.format->id),
                        "", "segments and words without times cannot be dealt out"});
    return false;
  }
  const auto reference = read(cases, problems), output = read(outputs, problems);
  if (!reference || !output) return false;
  std::map<std::pair<std::string, std::string>, std::vector<Segment>> channels;
  for (auto& segments : by_recording(*reference)) {
    const auto name = std::pair(segments.front().recording, segments.front().channel);
    sort_by_time(channels[name] = std::move(segments));
  }
  WholeRecords records;
  for (auto& words : by_recording(*output)) {
    const Segment& first = words.front();
    const auto found = channels.find({first.recording, first.channel});
    if (found == channels.end()) {
      add(records, first.recording + "-" + first.channel, first, words, first.line);
      continue;
    }
    sort_by_time(words);
    if (table.cut.name == "reference_span") drop_outside(found->second, words);
    deal(found->second, words, records);
  }
  outputs.file.keep_whole(std::make_shared<const WholeRecords>(std::move(records)));
  return true;
}

}  // namespace keur
