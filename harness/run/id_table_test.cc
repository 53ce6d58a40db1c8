// SPDX-License-Identifier: Apache-2.0
#include "harness/run/id_table.h"

#include <map>
#include <random>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("an id keeps the number of its first appearance; the empty id is one like any other") {
  IdTable ids;
  CHECK_FALSE(ids.find("a"));
  CHECK(ids.add("a") == std::pair<std::size_t, bool>{0, true});
  CHECK(ids.add("") == std::pair<std::size_t, bool>{1, true});
  CHECK(ids.add("a") == std::pair<std::size_t, bool>{0, false});
  CHECK(ids.find("") == std::size_t{1});
  CHECK_FALSE(ids.find("b"));
  CHECK(ids[0] == "a");
  CHECK(ids[1].empty());
}

TEST_CASE("equals a map over many random ids, through every growth") {
  std::mt19937_64 random(7);
  std::map<std::string, std::size_t, std::less<>> twin;
  IdTable ids;
  for (int round = 0; round < 50'000; ++round) {
    const std::string id = "case-" + std::to_string(random() % 20'000);
    const auto [place, added] = twin.try_emplace(id, twin.size());
    REQUIRE(ids.add(id) == std::pair<std::size_t, bool>{place->second, added});
  }
  REQUIRE(ids.size() == twin.size());
  for (const auto& [id, number] : twin) {
    REQUIRE(ids.find(id) == number);
    REQUIRE(ids[number] == id);
  }
}
