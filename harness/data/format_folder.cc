// SPDX-License-Identifier: Apache-2.0
// A folder with one file a case: plain text, or a transcript of one recording (srt, vtt, TextGrid,
// verbose_json, nlp) of which all that was said is the text. The path ends in /; folders within it
// are refused. Fields: id (the file's name without its ending), file, text.
#include <fmt/format.h>

#include <map>

#include "harness/data/fixed_fields.h"
#include "harness/data/json_fields.h"
#include "harness/data/whole_file.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id", "file", "text"};

// nullptr with `plain` false: neither.
const SegmentFormat* format_of(const std::string& name, bool& plain) {
  plain = name.ends_with(".txt");
  if (plain) return nullptr;
  const SegmentFormat* format = find_segment_format("", name);
  if (!format && name.ends_with(".json")) format = find_segment_format("verbose_json", "");
  return format && format->one_recording ? format : nullptr;
}

// What is said in one of the files; nullopt after a problem.
std::optional<std::string> text_of(const std::string& path, std::string bytes,
                                   const SegmentFormat* format, Diagnostics& problems) {
  const auto text = read_text(path, std::move(bytes), problems);
  if (!text) return std::nullopt;
  if (!format) {
    // The end of the last line is the file's, not the text's.
    std::string_view plain = text->text;
    if (plain.ends_with('\n')) plain.remove_suffix(plain.ends_with("\r\n") ? 2 : 1);
    return std::string(plain);
  }
  const std::size_t before = problems.size();
  const Transcript transcript = format->read(*text, problems);
  if (problems.size() != before) return std::nullopt;
  return whole_text(transcript);
}

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  WholeRecords records;
  std::map<std::string, std::string> names;
  const std::size_t before = problems.size();
  for (const InputFile::Part& part : file.parts()) {
    const std::string path = file.path() + part.name;
    const auto refuse = [&](const char* code, std::string message, std::string hint) {
      problems.push_back(
          {code, Severity::error, {path, 0, 0, 0}, std::move(message), "", std::move(hint)});
    };
    bool plain = false;
    const SegmentFormat* format = format_of(part.name, plain);
    if (!plain && !format) {
      refuse("data-unknown-format", "the ending of this file names no format of one recording",
             "a folder of cases holds .txt, .srt, .vtt, .TextGrid, .nlp or .json");
      continue;
    }
    // Also of name.verbose.json it is name.
    std::string id = file_stem(part.name);
    if (id.ends_with(".verbose")) id = file_stem(id);
    const auto [other, fresh] = names.emplace(id, part.name);
    if (!fresh) {
      refuse("data-duplicate-case", fmt::format("case '{}' has two files", id),
             fmt::format("the other is '{}'", other->second));
      continue;
    }
    std::string bytes(static_cast<std::size_t>(part.size), '\0');
    file.read_at(part.offset, bytes.data(), bytes.size());
    const auto text = text_of(path, std::move(bytes), format, problems);
    if (!text) continue;
    const std::string texts[] = {id, part.name, *text};
    append_record(records, known, texts, 0);
    if (problems.size() - before >= 1000) break;
  }
  if (problems.size() != before) return std::nullopt;
  return records;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>& fault) {
  fault = check_fields(wanted, known, "folder");
  if (fault) return nullptr;
  return json_parser(wanted, false);
}

}  // namespace

const Format& format_folder();
const Format& format_folder() {
  static const Format format{"folder", "/", false, line_length, parser, nullptr, nullptr, whole};
  return format;
}

}  // namespace keur
