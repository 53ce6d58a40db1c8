// SPDX-License-Identifier: Apache-2.0
// NLP files, a recording a case; see segments_nlp.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {
namespace {

std::optional<WholeRecords> whole(const InputFile& file, Diagnostics& problems) {
  return recordings_of(file, *find_segment_format("nlp", ""), problems);
}

}  // namespace

const Format& format_nlp();
const Format& format_nlp() {
  static const Format format =
      whole_file_format("nlp", find_segment_format("nlp", "")->endings, whole);
  return format;
}

}  // namespace keur
