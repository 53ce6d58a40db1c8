// SPDX-License-Identifier: Apache-2.0
// Cases out of a folder with one file a case. Fields: id (the file's name without its ending), file,
// and what was read from it.
#pragma once
#include <optional>
#include <string>

#include "harness/data/format.h"
#include "harness/data/segments.h"

namespace keur {

// What one file of a folder says; nullopt after a problem. `name` is the file's within the folder.
using ReadFolderFile = std::optional<std::string> (*)(const std::string& path,
                                                      const std::string& name, std::string bytes,
                                                      Diagnostics& problems);

// `field` is what the text that `read` gives is called.
std::optional<WholeRecords> folder_records(const InputFile& file, std::string_view field,
                                           ReadFolderFile read, Diagnostics& problems);

// The format that the ending of a file in a folder means; .json is verbose_json. nullptr: none.
const SegmentFormat* folder_segment_format(const std::string& name);

// Adds that the ending of a file is not one a folder may hold.
void refuse_folder_file(const std::string& path, const char* hint, Diagnostics& problems);

}  // namespace keur
