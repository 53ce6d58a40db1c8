// SPDX-License-Identifier: Apache-2.0
// How often each of many things occurs, in how many cases and in how many clusters: which words a
// tool takes for which. In bounded memory, and the same for the same cases in the same order.
//
// Exact while there are no more than `most` different things. When there is one more, those that
// were seen least often are forgotten, as many counts as it takes to halve the table (lossy
// counting, Manku & Motwani, VLDB 2002, with the moment of forgetting set by memory). A count is
// then never too large, and too small by forgotten() at most; a thing seen more often than that is
// in the table.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace keur {

struct Recurrence {
  std::string what;
  std::int64_t times = 0, cases = 0;
  std::int64_t clusters = 0;  // Recurring::most_clusters where there are more
};

class Recurring {
 public:
  static constexpr std::size_t most_clusters = 1000;

  Recurring() = default;
  explicit Recurring(std::size_t most) : most_(most) {}

  // What one case holds of a thing; called once for a case and a thing. `cluster` is a number.
  void add(const std::string& what, std::int64_t times, std::uint32_t cluster);

  std::int64_t forgotten() const { return forgotten_; }
  // All that are in the table: most clusters first, because a loop in one case says little of the
  // others, then most times, then by their bytes.
  std::vector<Recurrence> sorted() const;

 private:
  struct Tally {
    std::int64_t times = 0, cases = 0;
    std::vector<std::uint32_t> clusters;  // ascending
  };
  void forget();

  std::size_t most_ = std::size_t{1} << 18;
  std::int64_t forgotten_ = 0;
  std::unordered_map<std::string, Tally> tallies_;
};

}  // namespace keur
