// SPDX-License-Identifier: Apache-2.0
// Of a SegLST, what its segments say about their recording: SegLST lets a segment have any key, so
// who the doctor was can stand with every segment.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "harness/data/text_file.h"

namespace keur {

// nullopt: the segments of the recording do not agree, or one of them does not say.
using SharedFields = std::map<std::string, std::optional<std::string>>;

// By recording. `keys`: which to look for. The file has been read without problems before.
std::map<std::string, SharedFields> shared_seglst_fields(const TextFile& file,
                                                         const std::set<std::string>& keys);

}  // namespace keur
