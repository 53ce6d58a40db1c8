// SPDX-License-Identifier: Apache-2.0
// NLP files, a recording a case; see segments_nlp.cc and whole_file.h.
#include "harness/data/whole_file.h"

namespace keur {

const Format& format_nlp();
const Format& format_nlp() {
  static const Format format = whole_file_format("nlp");
  return format;
}

}  // namespace keur
