// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/runs.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

std::string told(const std::vector<Run>& runs, const std::vector<std::string_view>& words) {
  static constexpr std::string_view names[] = {"burst", "loop", "silence", "omitted"};
  std::string story;
  for (const Run& run : runs)
    story += (story.empty() ? "" : "; ") + std::string(names[static_cast<std::size_t>(run.kind)]) +
             ": " + said(words, run.words);
  return story;
}

}  // namespace

TEST_CASE("what was invented and what was left out, in runs") {
  struct Case {
    std::string_view reference, output, invented, omitted;
    int invented_words, omitted_words;
  };
  const auto example = GENERATE(values<Case>({
      {"geen pijn", "geen pijn", "", "", 0, 0},
      {"geen pijn", "geen pijn en ook koorts", "", "", 0, 0},  // three words are no run
      {"geen pijn", "geen pijn en ook wat koorts", "burst: en ook wat koorts", "", 4, 0},
      {"", "ondertiteling ingediend", "silence: ondertiteling ingediend", "", 2, 0},
      {"", "", "", "", 0, 0},
      {"geen pijn", "geen pijn pijn pijn", "loop: pijn pijn", "", 2, 0},
      {"geen pijn", "geen pijn pijn", "", "", 0, 0},  // said twice is no loop
      {"nee nee nee", "nee nee nee", "", "", 0, 0},   // nor what was said three times
      {"tot ziens", "tot ziens tot ziens tot ziens", "loop: tot ziens tot ziens", "", 4, 0},
      {"a b c d e f g", "a b c", "", "omitted: d e f g", 0, 4},
      {"a b c d e f", "a b c", "", "", 0, 0},
      {"a b c d e f g h", "a x h", "", "omitted: b c d e f", 0, 5},  // x stands for the last, g
      {"a b c d", "", "", "omitted: a b c d", 0, 4},
  }));
  CAPTURE(example.reference, example.output);
  const Pair pair(example.reference, example.output);
  const RunReport report = find_runs(pair.reference, pair.output, pair.layout);
  CHECK(told(report.invented, pair.output) == example.invented);
  CHECK(told(report.omitted, pair.reference) == example.omitted);
  CHECK(report.invented_words == example.invented_words);
  CHECK(report.omitted_words == example.omitted_words);
}

TEST_CASE("a long loop costs no more than its words") {
  std::string loop;
  for (int i = 0; i < 20000; ++i) loop += "meet ";
  const Pair pair("gemeten", loop);
  const RunReport report = find_runs(pair.reference, pair.output, pair.layout);
  CHECK(report.invented_words == 20000 - 1);  // one is misheard for gemeten
}
