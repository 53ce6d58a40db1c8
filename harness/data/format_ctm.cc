// SPDX-License-Identifier: Apache-2.0
// CTM, a recording a case; see segments_ctm.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("ctm", ""), problems);
}

}  // namespace

const Format& format_ctm();
const Format& format_ctm() {
  static const Format format =
      whole_file_format("ctm", find_segment_format("ctm", "")->endings, whole);
  return format;
}

}  // namespace keur
