// SPDX-License-Identifier: Apache-2.0
// Cases out of files that hold whole recordings: one recording, one case. Fields: id (recording and
// channel), file, channel, speaker (when there is only one), text (all that was said).
#pragma once
#include "harness/data/format.h"
#include "harness/data/segments.h"

namespace keur {

// The one case of a file that holds one recording: all that was said in it.
std::string whole_text(const Transcript& transcript);

// What a file says; nullopt where it could not be read, or has problems.
std::optional<Transcript> read_transcript(const SegmentFormat& format,
                                          const std::optional<TextFile>& text,
                                          Diagnostics& problems);

// A record of `names` and `texts`, as recordings_of writes it.
void append_record(WholeRecords& records, std::span<const std::string_view> names,
                   std::span<const std::string> texts, std::size_t line);

// The Format of a segment format.
Format whole_file_format(std::string_view id);

}  // namespace keur
