// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/spoken_commands.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur::transcript;

TEST_CASE("commands that were spoken, and those whose mark stands in the output") {
  struct Case {
    std::string_view reference, output;
    int spoken, executed;
  };
  const auto example = GENERATE(values<Case>({
      {"geen koorts <komma> wel hoest <punt>", "Geen koorts, wel hoest.", 2, 2},
      {"geen koorts <komma> wel hoest <punt>", "geen koorts komma wel hoest punt", 2, 0},
      {"geen koorts <komma> wel hoest <punt>", "geen koorts. wel hoest.", 2, 1},
      {"geen koorts <komma> wel hoest", "geen, koorts wel hoest", 1, 0},  // at another place
      {"plan <dubbele punt> rust", "plan: rust", 1, 1},
      {"plan <nieuwe regel> rust", "plan\nrust", 1, 1},
      {"plan <nieuwe alinea> rust", "plan\n\nrust", 1, 1},
      {"plan <nieuwe regel> rust", "plan\n\nrust", 1, 0},
      {"pijn <haakje openen> licht <haakje sluiten>", "pijn (licht)", 2, 2},
      {"temperatuur 38,5 <punt>", "temperatuur 38,5", 1, 0},  // the comma belongs to the number
      {"temperatuur 38,5 <punt>", "temperatuur 38,5.", 1, 1},
      {"no fever <period> <new line> stop", "No fever.\nStop", 2, 2},
      {"pijn bij McBurney punt", "pijn bij McBurney.", 0, 0},  // not annotated: a word
      {"druk <60 nu", "druk <60 nu", 0, 0},
      {"<komma>", "", 1, 0},
  }));
  CAPTURE(example.reference, example.output);
  const auto counts =
      count_commands(example.reference, example.output, *keur::find_normaliser("basic-1"));
  CHECK(counts.spoken == example.spoken);
  CHECK(counts.executed == example.executed);
}

TEST_CASE("a reference without its commands") {
  CHECK(without_commands("geen koorts <komma> wel hoest<punt>") == "geen koorts   wel hoest ");
  CHECK(without_commands("sat <94% en <b>") == "sat <94% en <b>");
}
