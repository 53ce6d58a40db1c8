// SPDX-License-Identifier: Apache-2.0
// CTM, a recording a case; see segments_ctm.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_ctm();
const Format& format_ctm() {
  static const Format format = whole_file_format("ctm");
  return format;
}

}  // namespace keur
