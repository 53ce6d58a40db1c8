// SPDX-License-Identifier: Apache-2.0
// How unevenly a good or a burden is spread over people or groups, as one number: 0 where all have
// the same. Source: Shorrocks (1980), Econometrica 48:613-625; for decisions of an algorithm
// Speicher et al. (2018), KDD. State what is spread: the index of an error rate is not that of its
// complement.
#pragma once
#include <optional>
#include <span>

namespace keur {

struct Share {
  double value;   // not negative
  double weight;  // of this person or group, > 0
};

// With m the weighted mean and weights that add up to 1:
//   alpha 0   sum w ln(m / x), the mean log deviation
//   alpha 1   sum w x/m ln(x / m), Theil's index; 0 ln 0 is 0
//   else      sum w ((x / m)^alpha - 1) / (alpha (alpha - 1)); alpha 2 is half the squared
//             coefficient of variation
// nullopt without people, where the mean is 0, and for alpha <= 0 where one value is. Cost: n.
std::optional<double> generalised_entropy(std::span<const Share> shares, double alpha);

}  // namespace keur
