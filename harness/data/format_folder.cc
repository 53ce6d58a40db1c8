// SPDX-License-Identifier: Apache-2.0
// A folder with one file a case: plain text, or a transcript of one recording (srt, vtt, TextGrid,
// verbose_json, nlp) of which all that was said is the text. The path ends in /; folders within it
// are refused. Fields: id (the file's name without its ending), file, text.
#include "harness/data/fixed_fields.h"
#include "harness/data/folder_records.h"
#include "harness/data/json_fields.h"
#include "harness/data/whole_file.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id", "file", "text"};

bool is_plain(const std::string& name) { return name.ends_with(".txt"); }

bool takes(const std::string& name) {
  const SegmentFormat* format = folder_segment_format(name);
  return is_plain(name) || (format && format->one_recording);
}

std::optional<std::string> read(const std::string& path, const std::string& name, std::string bytes,
                                Diagnostics& problems) {
  const auto text = read_text(path, std::move(bytes), problems);
  if (!text) return std::nullopt;
  if (is_plain(name)) {
    // The end of the last line is the file's, not the text's.
    std::string_view said = text->text;
    if (said.ends_with('\n')) said.remove_suffix(said.ends_with("\r\n") ? 2 : 1);
    return std::string(said);
  }
  const auto transcript = read_transcript(*folder_segment_format(name), text, problems);
  if (!transcript) return std::nullopt;
  return whole_text(*transcript);
}

std::optional<WholeRecords> whole(const Format&, const InputFile& file, Diagnostics& problems) {
  return folder_records(
      file,
      {"text", "a folder of cases holds .txt, .srt, .vtt, .TextGrid, .nlp or .json", takes, read},
      problems);
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
