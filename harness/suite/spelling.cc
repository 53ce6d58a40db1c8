// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/spelling.h"

#include <algorithm>
#include <vector>

namespace keur {
namespace {

// Levenshtein distance with one extra case: two neighbouring letters swapped count as one edit
// (optimal string alignment), the commonest slip of the keyboard.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_up(b.size() + 1), up(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(two_up, up);
    std::swap(up, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_up[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view written, std::span<const std::string> candidates) {
  std::size_t best = written.size() < 5 ? 2 : 3;
  std::string found;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = slips(written, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string listed(std::span<const std::string> words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace keur
