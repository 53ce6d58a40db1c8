// SPDX-License-Identifier: Apache-2.0
// Cases out of a folder with one file a case. Fields: id (the file's name without its ending),
// file, and what was read from it.
#pragma once
#include <optional>
#include <string>

#include "harness/data/format.h"
#include "harness/data/segments.h"

namespace keur {

struct FolderKind {
  std::string_view field;  // what the text that read() gives is called
  const char* endings;     // a hint: what such a folder may hold
  bool (*takes)(const std::string& name);
  // What one file says; nullopt after a problem. `name` is the file's within the folder.
  std::optional<std::string> (*read)(const std::string& path, const std::string& name,
                                     std::string bytes, Diagnostics& problems);
};

std::optional<WholeRecords> folder_records(const InputFile& file, const FolderKind& kind,
                                           Diagnostics& problems);

// The format that the ending of a file in a folder means; .json is verbose_json. nullptr: none.
const SegmentFormat* folder_segment_format(const std::string& name);

}  // namespace keur
