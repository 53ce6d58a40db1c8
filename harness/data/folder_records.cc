// SPDX-License-Identifier: Apache-2.0
#include "harness/data/folder_records.h"

#include <fmt/format.h>

#include <map>

#include "harness/data/whole_file.h"

namespace keur {

const SegmentFormat* folder_segment_format(const std::string& name) {
  const SegmentFormat* format = find_segment_format("", name);
  return !format && name.ends_with(".json") ? find_segment_format("verbose_json", "") : format;
}

std::optional<WholeRecords> folder_records(const InputFile& file, const FolderKind& kind,
                                           Diagnostics& problems) {
  const std::string_view fields[] = {"id", "file", kind.field};
  WholeRecords records;
  std::map<std::string, std::string> names;
  const std::size_t before = problems.size();
  for (const InputFile::Part& part : file.parts()) {
    if (problems.size() - before >= 1000) break;
    const std::string path = file.path() + part.name;
    const auto refuse = [&](const char* code, std::string message, std::string hint) {
      problems.push_back(
          {code, Severity::error, {path, 0, 0, 0}, std::move(message), "", std::move(hint)});
    };
    if (!kind.takes(part.name)) {
      refuse("data-unknown-format", "the ending of this file names no format of one recording",
             kind.endings);
      continue;
    }
    // Also of name.verbose.json and name.seglst.json it is name.
    std::string id = file_stem(part.name);
    for (const char* const ending : {".verbose", ".seglst"})
      if (id.ends_with(ending)) id = file_stem(id);
    const auto [other, fresh] = names.emplace(id, part.name);
    if (!fresh) {
      refuse("data-duplicate-case", fmt::format("case '{}' has two files", id),
             fmt::format("the other is '{}'", other->second));
      continue;
    }
    std::string bytes(static_cast<std::size_t>(part.size), '\0');
    file.read_at(part.offset, bytes.data(), bytes.size());
    const auto text = kind.read(path, part.name, std::move(bytes), problems);
    if (!text) continue;
    const std::string texts[] = {id, part.name, *text};
    append_record(records, fields, texts, 0);
  }
  if (problems.size() != before) return std::nullopt;
  return records;
}

}  // namespace keur
