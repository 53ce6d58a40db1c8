// SPDX-License-Identifier: Apache-2.0
// whisper-basic: BasicTextNormalizer of openai/whisper (whisper/normalizers/basic.py, without its
// two options), in its order: lower case; delete what matches `[<\[][^>\]]*[>\]]`, then what
// matches
// `\(([^)]+?)\)`; NFKC; a space for every code point of category M, S or P; lower case; split at
// `\s`. Both patterns are hand loops below.
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "metrics/core/utf8.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/whisper_text.h"
#include "metrics/text/white_space.h"

namespace keur {
namespace {

using whisper::lower_case;
using whisper::without_brackets;

std::string compatibility_composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("the ICU library has no normalisation data");
  std::string result;
  nfkc->normalize(icu::UnicodeString::fromUTF8(
                      icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                  status)
      .toUTF8String(result);
  if (U_FAILURE(status)) throw std::runtime_error("the ICU library cannot normalise a text");
  return result;
}

// Python's `\s`: White_Space and the four information separators.
bool is_python_space(char32_t c) { return is_white_space(c) || (c >= 0x1c && c <= 0x1f); }

bool is_mark_symbol_or_punctuation(char32_t c) {
  return U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_M_MASK | U_GC_S_MASK | U_GC_P_MASK);
}

void normalise(std::string_view text, std::string& out) {
  if (text.size() > std::size_t{1} << 29)
    throw std::length_error("a text of more than 512 MiB cannot be normalised");
  const std::string cleaned = compatibility_composed(without_brackets(lower_case(text)));

  std::string spaced;
  const char* at = cleaned.data();
  const char* const end = at + cleaned.size();
  while (at != end) {
    const char* const start = at;
    const char32_t c = next_code_point(at);
    if (is_mark_symbol_or_punctuation(c) || is_python_space(c))
      spaced.push_back(' ');
    else
      spaced.append(start, at);
  }
  // Compatibility forms such as circled letters bring in new capitals.
  spaced = lower_case(spaced);

  out.clear();
  for (const char byte : spaced)
    if (byte != ' ' || (!out.empty() && out.back() != ' ')) out.push_back(byte);
  if (!out.empty() && out.back() == ' ') out.pop_back();
}

}  // namespace

const Normaliser& normaliser_whisper_basic() {
  static constexpr Normaliser entry{
      .id = "whisper-basic",
      .title = "the tokens of Whisper's BasicTextNormalizer, to compare with published figures",
      .warning =
          "whisper-basic is for comparison only, never for a gate: it deletes text between "
          "brackets, decimal separators, signs and inequalities (\"38,5\" becomes \"38 5\", \"-2\" "
          "becomes \"2\", \"<38 en sat >94%\" becomes \"94\")",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
