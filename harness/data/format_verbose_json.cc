// SPDX-License-Identifier: Apache-2.0
// verbose_json, a recording a case; see segments_verbose_json.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("verbose_json", ""), problems);
}

}  // namespace

const Format& format_verbose_json();
const Format& format_verbose_json() {
  static const Format format =
      whole_file_format("verbose_json", find_segment_format("verbose_json", "")->endings, whole);
  return format;
}

}  // namespace keur
