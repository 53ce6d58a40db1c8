// SPDX-License-Identifier: Apache-2.0
// Texts that may read in several ways (alignment/network_text.h), and which reading is counted: of
// both texts the one on the way sclite takes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/alignment/network.h"
#include "metrics/alignment/network_aligner.h"
#include "metrics/text/normaliser.h"

namespace keur::transcript {

struct AlternativeOptions {
  bool optional_words = false;  // (word) may be missing (sclite -D)
  bool fragments = false;       // fi- matches fish (sclite -F)
};

// What is counted of a pair. Both texts are normalised, their words joined by single spaces. A
// fragment that matched stands in both as the reference has it; an optional word that stood alone
// counts as correct, so it stands in both.
struct ChosenReading {
  std::string reference, output;
  std::vector<Edit> trace;  // sclite's way, over these words
};

class AlternativeReader {
 public:
  AlternativeReader(const Normaliser& normaliser, const AlternativeOptions& options)
      : normaliser_(normaliser), options_(options) {}

  // What is wrong with the notation, and at which byte; nullopt where nothing is.
  std::optional<NetworkError> fault(std::string_view text) const;

  // Neither text may have a fault.
  void choose(std::string_view reference, std::string_view output, NetworkAligner& aligner,
              ChosenReading& reading) const;

  // The network of a text without a fault: its notation, its words normalised.
  WordNetwork network(std::string_view text, bool is_reference) const;

 private:
  NetworkOptions notation() const;

  const Normaliser& normaliser_;
  AlternativeOptions options_;
};

}  // namespace keur::transcript
