// SPDX-License-Identifier: Apache-2.0
// TextGrid, a recording a case; see segments_textgrid.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("textgrid", ""), problems);
}

}  // namespace

const Format& format_textgrid();
const Format& format_textgrid() {
  static const Format format =
      whole_file_format("textgrid", find_segment_format("textgrid", "")->endings, whole);
  return format;
}

}  // namespace keur
