// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/normaliser.h"
#include "tests/catch.h"

using namespace keur;

TEST_CASE("nbest replaces what N-Best 2008 replaced on both sides") {
  struct Case {
    std::string_view text, expected;
  };
  const auto one = GENERATE(values<Case>({
      {"'t gaat, uh, goed", "het gaat goed"},
      {"Da's z'n goeie knie, d'r zit 'n wond", "dat is zijn goede knie er zit een wond"},
      {"heeft ie 'm al? 'k kom zometeen 'ns", "heeft hij hem al ik kom zo meteen eens"},
      {"pillen etcetera %HESITATION", "pillen et cetera"},
      {"éénendertig", "eenendertig"},
      {"één", "één"},
      {"T 38,5 en k 4", "t 38,5 en k 4"},  // no apostrophe, no clitic
      {"uh eh", ""},
  }));
  CAPTURE(one.text);
  std::string once, twice;
  find_normaliser("nbest")->normalise(one.text, once);
  CHECK(once == one.expected);
  find_normaliser("nbest")->normalise(once, twice);
  CHECK(twice == once);
}
