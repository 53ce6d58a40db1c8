// SPDX-License-Identifier: Apache-2.0
// WebVTT, a recording a case; see segments_vtt.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_vtt();
const Format& format_vtt() {
  static const Format format = whole_file_format("vtt");
  return format;
}

}  // namespace keur
