// SPDX-License-Identifier: Apache-2.0
// The k-th smallest of all averages or differences of pairs, without making the pairs: ten thousand
// observations have fifty million. How many pairs lie at or below a number takes one pass over the
// sorted values, and the number is found by halving the doubles between the smallest and the
// largest pair, at most 64 times. So the answer is a pair to the last bit, not near one.
#pragma once
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace keur {

// Rank, from 1, of the percentile of type 1: ceil(share * count), where a product that is a whole
// number but for its rounding counts as that number.
inline std::size_t percentile_rank(std::size_t count, double share) {
  const double place = share * static_cast<double>(count);
  const double rank = std::ceil(place - 1e-9 * place);
  return rank < 1 ? 1 : std::min(count, static_cast<std::size_t>(rank));
}

// Doubles in ascending order as whole numbers in ascending order, and back.
inline std::uint64_t as_ordinal(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  return bits >> 63 ? ~bits : bits | (std::uint64_t{1} << 63);
}
inline double as_double(std::uint64_t ordinal) {
  return std::bit_cast<double>(ordinal >> 63 ? ordinal & ~(std::uint64_t{1} << 63) : ~ordinal);
}

template <typename Pairs>
class PairSelection {
 public:
  // The k-th smallest, 1 <= k <= count(). Cost: 64 passes over the values.
  double ranked(std::int64_t k) const {
    const Pairs& pairs = static_cast<const Pairs&>(*this);
    std::uint64_t low = as_ordinal(pairs.smallest()), high = as_ordinal(pairs.largest());
    while (low < high) {
      const std::uint64_t middle = low + (high - low) / 2;
      if (pairs.at_most(as_double(middle)) >= k)
        high = middle;
      else
        low = middle + 1;
    }
    return as_double(low) + 0.0;  // turns -0 into 0
  }
  // The middle one, or halfway between the two in the middle.
  double median() const {
    const std::int64_t count = static_cast<const Pairs&>(*this).count();
    const double lower = ranked((count + 1) / 2);
    return count % 2 == 1 ? lower : (lower + ranked(count / 2 + 1)) / 2;
  }
};

// (x_i + x_j) / 2 for i <= j: n (n + 1) / 2 of them. `sorted` ascending and not empty; it must
// outlive this.
class PairAverages : public PairSelection<PairAverages> {
 public:
  explicit PairAverages(const std::vector<double>& sorted) : x_(sorted) {}
  std::int64_t count() const { return size() * (size() + 1) / 2; }
  double smallest() const { return average(0, 0); }
  double largest() const { return average(x_.size() - 1, x_.size() - 1); }
  std::int64_t at_most(double limit) const {
    std::int64_t found = 0;
    std::size_t end = x_.size();  // the first j whose average with i is above the limit
    for (std::size_t i = 0; i < x_.size(); ++i) {
      while (end > i && average(i, end - 1) > limit) --end;
      if (end == i) break;
      found += static_cast<std::int64_t>(end - i);
    }
    return found;
  }

 private:
  std::int64_t size() const { return static_cast<std::int64_t>(x_.size()); }
  double average(std::size_t i, std::size_t j) const { return (x_[i] + x_[j]) / 2; }
  const std::vector<double>& x_;
};

// x_i - y_j for all i and j. Both ascending and not empty.
class PairDifferences : public PairSelection<PairDifferences> {
 public:
  PairDifferences(const std::vector<double>& x, const std::vector<double>& y) : x_(x), y_(y) {}
  std::int64_t count() const {
    return static_cast<std::int64_t>(x_.size()) * static_cast<std::int64_t>(y_.size());
  }
  double smallest() const { return x_.front() - y_.back(); }
  double largest() const { return x_.back() - y_.front(); }
  std::int64_t at_most(double limit) const {
    std::int64_t found = 0;
    std::size_t first = 0;  // the first j whose difference from i is not above the limit
    for (const double value : x_) {
      while (first < y_.size() && value - y_[first] > limit) ++first;
      found += static_cast<std::int64_t>(y_.size() - first);
    }
    return found;
  }

 private:
  const std::vector<double>&x_, &y_;
};

}  // namespace keur
