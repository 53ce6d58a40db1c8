// SPDX-License-Identifier: Apache-2.0
// Segments as a table and back: a column for each part that any of them has.
#pragma once
#include "harness/data/record_table.h"
#include "harness/data/segments.h"

namespace keur {

// Columns: id and text, and of recording, channel, speaker, start, end, labels, confidence, ignore,
// alternation and branch those that say something.
RecordTable table_of(const Transcript& transcript);

// The same columns; without `recording` the id is the recording. Other columns are left out, and so
// is an id that says something else than its segment. Problems: times and numbers that are none.
Transcript segments_of(const RecordTable& table, const std::string& path, Diagnostics& problems);

}  // namespace keur
