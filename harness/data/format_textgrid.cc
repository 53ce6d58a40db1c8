// SPDX-License-Identifier: Apache-2.0
// TextGrid, a recording a case; see segments_textgrid.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_textgrid();
const Format& format_textgrid() {
  static const Format format = whole_file_format("textgrid");
  return format;
}

}  // namespace keur
