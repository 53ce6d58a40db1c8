// SPDX-License-Identifier: Apache-2.0
#include "harness/run/compact_places.h"

#include <random>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("every place comes back as it was given") {
  std::mt19937_64 random(3);
  for (const unsigned irregular : {0u, 1u, 30u, 1000u}) {  // per mille
    CompactPlaces compact;
    std::vector<RecordPlace> plain;
    RecordPlace next{3, 0, 1};
    for (int i = 0; i < 2000; ++i) {
      const auto now_and_then = [&] { return random() % 1000 < irregular; };
      if (now_and_then()) next.offset += random() % 100;  // blank lines
      if (now_and_then()) next.line += static_cast<std::uint32_t>(random() % 9);
      const std::uint32_t longest = now_and_then() ? 8'000'000 : 0xffff;
      next.length = 1 + static_cast<std::uint32_t>(random() % longest);
      compact.push_back(next);
      plain.push_back(next);
      next = {next.offset + next.length, 0, next.line + 1};
    }
    REQUIRE(compact.size() == plain.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < plain.size(); ++i)
      wrong += compact[i].offset != plain[i].offset || compact[i].length != plain[i].length ||
               compact[i].line != plain[i].line;
    CHECK(wrong == 0);
  }
}

TEST_CASE("a record of 64 KiB may be the first, the last or the only one of its group") {
  for (const std::size_t long_one : {0u, 15u, 16u, 31u}) {
    CompactPlaces places;
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < 33; ++i) {
      const std::uint32_t length = i == long_one ? 0x10000 : 1;
      places.push_back({offset, length, static_cast<std::uint32_t>(i + 1)});
      offset += length;
    }
    INFO(long_one);
    CHECK(places[long_one].length == 0x10000);
    CHECK(places[32].offset == offset - 1);
    CHECK(places[32].line == 33);
  }
}
