// SPDX-License-Identifier: Apache-2.0
// verbatim-1: tokens are what stands between White_Space code points, byte for byte. Capitals,
// punctuation and the choice of composed or decomposed letters all count.
#include "metrics/text/normaliser.h"
#include "metrics/core/utf8.h"
#include "metrics/text/white_space.h"

namespace keur {
namespace {

void normalise(std::string_view text, std::string& out) {
  out.clear();
  const char* at = text.data();
  const char* const end = at + text.size();
  bool apart = false;  // white space was seen since the last token
  while (at != end) {
    const char* const start = at;
    if (is_white_space(next_code_point(at))) {
      apart = true;
      continue;
    }
    if (apart && !out.empty()) out.push_back(' ');
    apart = false;
    out.append(start, at);
  }
}

}  // namespace

const Normaliser& normaliser_verbatim_1() {
  static constexpr Normaliser entry{
      .id = "verbatim-1",
      .title = "white space only: capitals, punctuation and accents all count",
      .warning = "",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
