// SPDX-License-Identifier: Apache-2.0
// Whole recordings as cases, of every format that says who spoke: a recording of the file a record,
// or a file of a folder. Fields: id (the recording), file, turns (metrics/core/turns.h), and of a
// SegLST every other key whose value is the same in all segments of the recording.
//
// A recording is all that goes under its name, whatever the channel. Words of which only one was
// said (NIST) are one turn, written { a / b }.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/format.h"

namespace keur {

// By name, or by the longest ending that fits `path` when the name is empty; nullptr when unknown.
const Format* find_recording_format(std::string_view name, std::string_view path);

// All that can be named, in the order of the alphabet.
std::vector<std::string> recording_formats();

}  // namespace keur
