// SPDX-License-Identifier: Apache-2.0
// verbose_json, a recording a case; see segments_verbose_json.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_verbose_json();
const Format& format_verbose_json() {
  static const Format format = whole_file_format("verbose_json");
  return format;
}

}  // namespace keur
