// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <nlohmann/json.hpp>

#include "metrics/text/normaliser.h"
#include "metrics/text/tokens.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::string normalised(std::string_view text) {
  std::string out;
  find_normaliser("whisper-basic")->normalise(text, out);
  return out;
}

}  // namespace

TEST_CASE("gives the tokens of BasicTextNormalizer") {
  // Made with openai/whisper c0d2f62; the file says how. It leaves spaces at the ends, we do not.
  std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/whisper_normaliser_nl.json");
  REQUIRE(file);
  const auto vectors = nlohmann::json::parse(file);
  REQUIRE(vectors["cases"].size() == 26);
  const Normaliser* const tokens_only = find_normaliser("verbatim-1");
  for (const auto& example : vectors["cases"]) {
    const auto input = example["input"].get<std::string>();
    CAPTURE(input);
    std::string expected;
    tokens_only->normalise(example["whisper_basic"].get<std::string>(), expected);
    CHECK(normalised(input) == expected);
  }
}

TEST_CASE("brackets are deleted as the two patterns of the original match them") {
  struct Case {
    std::string_view text, expected;
  };
  const auto example = GENERATE(values<Case>({
      {"a<b>c[d]e", "ace"},
      {"a<b]c", "ac"},        // either closing mark will do
      {"a[b<c]d]e", "ad e"},  // from the first opening to the first closing mark
      {"a<b", "a b"},         // nothing closes: only the symbol goes
      {"a>b<c", "a b c"},
      {"a(b)c", "ac"},
      {"a()b", "a b"},  // the pattern wants something in between
      {"a()(b)c", "a c"},
      {"a((b)c)d", "ac d"},  // to the first closing mark
      {"a(b", "a b"},
      {"a(<)>b", "a b"},           // < > goes first, and with it the closing mark
      {"\u24b6 \u216b", "a xii"},  // compatibility forms, lower case again
      {"\u0130", "i"},             // lower case is i and a combining dot, which becomes a space
      {"a\u001cb", "a b"},         // white space to Python
  }));
  CAPTURE(example.text);
  CHECK(normalised(example.text) == example.expected);
}
