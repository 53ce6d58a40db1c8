// SPDX-License-Identifier: Apache-2.0
// SubRip subtitles, a recording a case; see segments_srt.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_srt();
const Format& format_srt() {
  static const Format format = whole_file_format("srt");
  return format;
}

}  // namespace keur
