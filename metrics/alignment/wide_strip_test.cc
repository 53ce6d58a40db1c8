// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/wide_strip.h"

#include <random>

#include "tests/catch.h"

using namespace keur;

TEST_CASE("a strip has the same bits in one wide register as in four") {
  if (!has_wide_strips()) {
    WARN("NOT TESTED: this processor has no AVX2");
    return;
  }
  std::mt19937_64 random(7);
  std::size_t wrong = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::uint32_t kinds = 1 + static_cast<std::uint32_t>(random()) % 6;
    std::vector<std::uint32_t> rows(193 + random() % 64), columns(1 + random() % 400);
    for (auto* const symbols : {&rows, &columns})
      for (auto& symbol : *symbols) symbol = static_cast<std::uint32_t>(random()) % kinds;
    EqualRows equal;
    equal.set(rows, kinds);
    std::vector<HorizontalSteps> above(words_for(columns.size()));
    for (auto& steps : above) {
      steps.up = random();
      steps.down = random() & ~steps.up;
    }
    std::vector<HorizontalSteps> below(above.size()), wide_below = above;
    VerticalSteps at_end[words_per_strip], wide_at_end[words_per_strip], only_end[words_per_strip];
    run_by_words({equal, columns, above.data()}, at_end, below.data());
    run_wide({equal, columns, above.data()}, only_end, nullptr);
    run_wide({equal, columns, wide_below.data()}, wide_at_end, wide_below.data());
    for (std::size_t at = 0; at < above.size(); ++at)
      wrong += below[at].up != wide_below[at].up || below[at].down != wide_below[at].down;
    for (std::size_t word = 0; word < words_per_strip; ++word)
      for (const auto& other : {wide_at_end[word], only_end[word]})
        wrong += at_end[word].up != other.up || at_end[word].down != other.down;
  }
  CHECK(wrong == 0);
}
