// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/turns.h"

#include <random>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("turns are lines of six columns, and what could be a line or a column is escaped") {
  const std::vector<Turn> turns{
      {.speaker = "arts",
       .channel = "1",
       .text = "goede\tmorgen\n\\o/",
       .start = 0,
       .end = 1500000},
      {.speaker = "", .channel = "", .text = "", .start = {}, .end = {}, .ignore = true}};
  const std::string written = write_turns(turns);
  CHECK(written == "arts\t1\t0\t1500000\t\tgoede\\tmorgen\\n\\\\o/\n\t\t\t\tx\t\n");
  CHECK(read_turns(written) == turns);
  CHECK(read_turns("")->empty());
}

TEST_CASE("what no turn is written as is refused") {
  for (const char* text : {"a\t\t0\t1\t\tb",         // no line end
                           "a\t\t0\t1\tb\n",         // five columns
                           "a\t\t0\t1\t\tb\tc\n",    // seven
                           "a\t\t0\t\t\tb\n",        // one time
                           "a\t\t0\t1x\t\tb\n",      // no number
                           "a\t\t0\t1\ty\tb\n",      // neither x nor nothing
                           "a\t\t0\t1\t\t\\\n",      // half an escape
                           "a\t\t0\t1\t\t\\x\n"}) {  // an unknown one
    INFO(text);
    CHECK_FALSE(read_turns(text).has_value());
  }
}

TEST_CASE("every list of turns is read as it was written") {
  std::mt19937 random(3);
  const auto text = [&random] {
    std::string made;
    for (unsigned long length = random() % 6; length > 0; --length)
      made += "a\\\t\n nx\xc3"[random() % 8];
    return made;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Turn> turns(random() % 4);
    for (Turn& turn : turns) {
      turn = {text(), text(), text(), {}, {}, random() % 2 == 0};
      if (random() % 2 == 0) {
        turn.start = static_cast<std::int64_t>(random());
        turn.end = static_cast<std::int64_t>(random());
      }
    }
    REQUIRE(read_turns(write_turns(turns)) == turns);
  }
}
