// SPDX-License-Identifier: Apache-2.0
#include "harness/run/natural_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("numbers in a text compare as numbers") {
  const std::vector<std::string> ascending = {
      "",     "-",    "0",    "00",   "01",    "1",     "2",   "9",      "10",
      "10a",  "010b", "10b",  "100",  "A9",    "A10",   "a",   "a-b",    "a1",
      "a1-9", "a1-10", "a2",  "a10",  "ab",    "u999999", "u1000000", "\xc3\xa9",
  };
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      INFO(ascending[i] << " and " << ascending[j]);
      CHECK(naturally_before(ascending[i], ascending[j]) == (i < j));
    }
}

TEST_CASE("it is an order: of two one comes first, and what comes first of three is agreed on") {
  std::vector<std::string> texts{""};
  for (std::size_t from = 0, length = 0; length < 4; ++length)
    for (const std::size_t end = texts.size(); from < end; ++from)
      for (const char c : {'0', '1', '/', 'a'}) texts.push_back(texts[from] + c);
  // Sorted by it, each comes before all that follow: then it is transitive and total.
  std::sort(texts.begin(), texts.end(), naturally_before);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = 0; j < texts.size(); ++j)
      wrong += naturally_before(texts[i], texts[j]) != (i < j);
  CHECK(texts.size() == 1 + 4 + 16 + 64 + 256);
  CHECK(wrong == 0);
}
