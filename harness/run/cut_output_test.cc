// SPDX-License-Identifier: Apache-2.0
#include "harness/run/cut_output.h"

#include "harness/data/read_table_test.h"
#include "harness/data/temporary_directory_test.h"
#include "tests/catch.h"

using namespace keur;

namespace {

// "id: text; id: text", or the problems.
std::string cut(const std::string& stm, const std::string& ctm,
                const std::string& how = "reference") {
  const TemporaryDirectory here;
  Diagnostics problems;
  const Source cases{here.open("r.stm", stm), find_format("stm", ""), true, false},
      outputs{here.open("o.ctm", ctm), find_format("ctm", ""), true, false};
  Table table;
  table.cut.name = how;
  if (!cut_output(table, cases, outputs, problems)) return places(problems);
  std::string told;
  for (const auto& row : read_table(outputs.file, *outputs.format, {"id", "text"}).rows)
    told += (told.empty() ? "" : "; ") + row[0] + ": " + row[1];
  return told;
}

const std::string two = "v 1 a 2 4 x\nv 1 b 4 6 y\n";

}  // namespace

TEST_CASE("words go to the segment in which their middle lies") {
  // The middles: 2.5; 3.9; 4 exactly, which is not before the end of the first segment; 5.
  CHECK(cut(two, "v 1 2 1 een\nv 1 3.5 0.8 twee\nv 1 3.5 1 drie\nv 1 4.5 1 vier\n") ==
        "v-1-a-2-4: een twee; v-1-b-4-6: drie vier");
}

TEST_CASE("what lies before the first and behind the last segment is pulled in, or not") {
  const std::string words =
      "v 1 0 1 voor\nv 1 1.5 1 half\nv 1 2 1 een\nv 1 5 1 twee\nv 1 5.5 1 over\nv 1 9 1 na\n";
  CHECK(cut(two, words) == "v-1-a-2-4: voor half een; v-1-b-4-6: twee over na");
  CHECK(cut(two, words, "reference_span") == "v-1-a-2-4: half een; v-1-b-4-6: twee over");
  // To touch is enough.
  CHECK(cut(two, "v 1 1 1 een\nv 1 6 1 twee\nv 1 6.1 1 na\n", "reference_span") ==
        "v-1-a-2-4: een; v-1-b-4-6: twee");
}

TEST_CASE("words of what is not to be scored are dropped; a gap belongs to what follows") {
  CHECK(cut("v 1 a 0 2 x\nv 1 i 2 4 IGNORE_TIME_SEGMENT_IN_SCORING\nv 1 a 6 8 y\n",
            "v 1 0 1 een\nv 1 2 1 weg\nv 1 4.5 1 gat\nv 1 6 1 twee\n") ==
        "v-1-a-0-2: een; v-1-a-6-8: gat twee");
}

TEST_CASE("segments and words in any order; a choice between words stays together") {
  CHECK(cut("v 1 b 4 6 y\nv 1 a 2 4 x\n", "v 1 5 1 twee\nv 1 2 1 een\n") ==
        "v-1-a-2-4: een; v-1-b-4-6: twee");
  CHECK(cut(two,
            "v 1 2 1 een\nv 1 * * <ALT_BEGIN>\nv 1 3 0.5 um\nv 1 * * <ALT>\nv 1 3 2.5 uh\n"
            "v 1 * * <ALT_END>\nv 1 5 1 twee\n") == "v-1-a-2-4: een; v-1-b-4-6: { um / uh } twee");
}

TEST_CASE("missing and unknown recordings and channels show") {
  // Channel 2 has no words at all: no output. A segment without words has an empty one.
  CHECK(cut("v 1 a 0 2 x\nv 1 a 2 4 x\nv 2 b 0 2 y\n", "v 1 0 1 een\n") ==
        "v-1-a-0-2: een; v-1-a-2-4: ");
  CHECK(cut("v 1 a 0 2 x\n", "v 1 0 1 een\nw 1 0 1 twee\n") == "v-1-a-0-2: een; w-1: twee");
  CHECK(cut("v 1 a 0\n", "v 1 0 1 een\n") == "data-columns 1:0+0");
}
