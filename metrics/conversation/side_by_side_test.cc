// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/side_by_side.h"

#include "metrics/conversation/recording_test.h"

using namespace keur;
using namespace keur::conversation;

namespace {

std::string told(const std::vector<Turn>& reference, const std::vector<Turn>& output) {
  std::string story;
  for (const Piece& piece : side_by_side(read_conversation(
           write_turns(reference), write_turns(output), *find_normaliser("basic-1"), false))) {
    if (!piece.heading.empty()) story += (story.empty() ? "" : "; ") + piece.heading + ":";
    story += " " + piece.reference + "=SRI"[static_cast<std::size_t>(piece.mark)] + piece.output;
  }
  return story;
}

}  // namespace

TEST_CASE("utterance by utterance, with who spoke and whose words are beside it") {
  CHECK(told({turn("arts", 0, 1, "heeft u pijn"), turn("patient", 61.25, 62, "nee")},
             {turn("A", 0, 1, "heeft u de pijn"), turn("B", 61, 62, "ja"),
              turn("B", 63, 64, "ja")}) ==
        "arts \u2192 A, 0.00 s: heeft=heeft u=u Ide pijn=pijn; "
        "patient \u2192 B, 61.25 s: Ija neeSja");
}

TEST_CASE("without times none are shown; who is left over on either side is shown with nobody") {
  CHECK(told({turn("a", "ja"), turn("b", "nee nee")}, {turn("", "nee nee")}) ==
        "a \u2192 \u2013: jaR; b \u2192 (no name): nee=nee nee=nee");
  CHECK(told({turn("a", "ja")}, {turn("B", "over"), turn("A", "ja"), turn("B", "en uit")}) ==
        "a \u2192 A: ja=ja; \u2013 \u2192 B: Iover; \u2013 \u2192 B: Ien Iuit");
  CHECK(told({}, {}).empty());
}
