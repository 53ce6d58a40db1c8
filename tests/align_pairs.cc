// SPDX-License-Identifier: Apache-2.0
// Pairs of texts in, counts out, for comparing alignments with other programs:
//   align_pairs MODE <PAIRS
// MODE: text (aligner.h), sclite, kaldi, rapidfuzz. PAIRS: lines in twos, a reference and an
// output, words between single spaces. Prints a line "matched substituted removed inserted" a pair.
#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/alignment/modes.h"
#include "metrics/text/tokens.h"

int main(int count, char** arguments) {
  const std::string_view mode = count == 2 ? arguments[1] : "";
  constexpr std::string_view names[] = {"sclite", "kaldi", "rapidfuzz", "text"};
  std::size_t index = 0;
  while (index < std::size(names) && names[index] != mode) ++index;
  if (index == std::size(names)) {
    fmt::print(stderr, "usage: align_pairs text|sclite|kaldi|rapidfuzz <PAIRS\n");
    return 2;
  }
  keur::Aligner aligner;
  keur::ModeAligner mode_aligner;
  std::string reference, output;
  std::vector<std::string_view> left, right;
  while (std::getline(std::cin, reference) && std::getline(std::cin, output)) {
    keur::split(reference, left);
    keur::split(output, right);
    const keur::EditCounts counts =
        mode == "text" ? aligner.count(left, right)
                       : mode_aligner.count(static_cast<keur::AlignmentMode>(index), left, right);
    fmt::print("{} {} {} {}\n", counts.matched, counts.substituted, counts.removed,
               counts.inserted);
  }
}
