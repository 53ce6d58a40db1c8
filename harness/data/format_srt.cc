// SPDX-License-Identifier: Apache-2.0
// SubRip subtitles, a recording a case; see segments_srt.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("srt", ""), problems);
}

}  // namespace

const Format& format_srt();
const Format& format_srt() {
  static const Format format =
      whole_file_format("srt", find_segment_format("srt", "")->endings, whole);
  return format;
}

}  // namespace keur
