// SPDX-License-Identifier: Apache-2.0
// WebVTT, a recording a case; see segments_vtt.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("vtt", ""), problems);
}

}  // namespace

const Format& format_vtt();
const Format& format_vtt() {
  static const Format format =
      whole_file_format("vtt", find_segment_format("vtt", "")->endings, whole);
  return format;
}

}  // namespace keur
