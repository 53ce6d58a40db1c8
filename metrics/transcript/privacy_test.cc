// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/privacy.h"

#include "tests/catch.h"

using namespace keur::transcript;

namespace {

std::string found(std::string_view reference, std::string_view output) {
  std::string story;
  for (const PrivacyFinding& one : find_privacy(reference, output))
    story += (story.empty() ? "" : "; ") + one.masked;
  return story;
}

}  // namespace

TEST_CASE("the test of eleven") {
  // 9*1 + 8*1 + 7*1 + 6*2 + 5*2 + 4*2 + 3*3 + 2*3 - 3 = 66 = 6 * 11.
  CHECK(is_bsn("111222333"));
  CHECK(is_bsn("123456782"));  // 9 + 16 + 21 + 24 + 25 + 24 + 21 + 16 - 2 = 154 = 14 * 11
  CHECK_FALSE(is_bsn("123456789"));
  CHECK_FALSE(is_bsn("000000000"));
  CHECK_FALSE(is_bsn("12345678"));
  CHECK_FALSE(is_bsn("12345678a"));
}

TEST_CASE("what identifies somebody and was not said is found, and never shown") {
  struct Case {
    std::string_view reference, output, findings;
  };
  const auto example = GENERATE(values<Case>({
      {"bloeddruk 120/80", "bloeddruk 120/80", ""},
      {"", "bsn 111222333", "bsn #########"},
      {"", "BSN 1112.22.333 genoteerd", "bsn ####.##.###"},
      {"bsn 111 222 333", "bsn 111222333", ""},  // it was said, in another grouping
      {"", "nummer 123456789", ""},              // fails the test
      {"", "1112223334", ""},                    // ten digits that begin with no zero
      {"", "mail naar Jan.Jansen@example.org.", "e-mail ###.######@#######.###"},
      {"jan@example.org", "JAN@example.org", ""},
      {"", "bel 06-12345678", "phone ##-########"},
      {"", "bel +31 6 12345678 vandaag", "phone +## # ########"},
      {"bel 0612345678", "bel +31612345678", ""},
      {"", "geboren op 12-03-1948", "date of birth ##-##-####"},
      {"", "Geboortedatum: 12 maart 1948", "date of birth ## ##### ####"},
      {"", "controle op 12-03-2024", ""},  // a date, not of birth
      {"", "geboren 3 kinderen", ""},
      {"", "80 mg om 8 30, daarna 500 ml", ""},
      {"", "a@b en @", ""},
      {"", "bel 06-12345678 30 mg", "phone ##-########"},
      {"", "bsn 111222333 100 mg", "bsn #########"},
      // The digits of a valid number, but values in a row.
      {"", "waarden 12 34 56 782", ""},
      {"", "123.456.782", "bsn ###.###.###"},
  }));
  CAPTURE(example.reference, example.output);
  CHECK(found(example.reference, example.output) == example.findings);
}
