// SPDX-License-Identifier: Apache-2.0
#include "harness/run/text_place.h"

#include "tests/catch.h"

using namespace keur;

TEST_CASE("a byte of a text is found where it is written") {
  struct Case {
    std::string_view record, text;
    std::size_t at;
    TextPlace place;
  };
  const auto example = GENERATE(values<Case>({
      // As it is; lines count from the record's first, columns in bytes from 1.
      {"dose {unknown units (nurse-1)", "dose {unknown units", 5, {0, 6}},
      {"c1,\"no {\nfever\"", "no {\nfever", 3, {0, 8}},
      {"c1,\"no\nfe}ver\"", "no\nfe}ver", 5, {1, 3}},
      {"{\"id\": \"c1\", \"said\": \"pati\u00ebnt }\"}", "pati\u00ebnt }", 9, {0, 32}},
      // With doubled quotes.
      {"c1,\"he said \"\"no\"\" }\"", "he said \"no\" }", 13, {0, 20}},
      // With the escapes of JSON, short, long, and of two halves.
      {R"({"said": "no\n\"fever\" }"})", "no\n\"fever\" }", 11, {0, 25}},
      {R"({"said": "pati\u00ebnt }"})", "pati\u00ebnt }", 9, {0, 24}},
      {R"({"said": "\ud83d\ude00 }"})", "\U0001F600 }", 5, {0, 24}},
      {R"({"said": "a\\{b"})", "a\\{b", 2, {0, 14}},
      // Twice, or not at all.
      {R"({"id": "a }", "said": "a }"})", "a }", 2, {0, 0}},
      {"c1,no fever", "no {", 3, {0, 0}},
      {"", "{", 0, {0, 0}},
  }));
  CAPTURE(example.record);
  CHECK(place_in_record(example.record, example.text, example.at) == example.place);
}
