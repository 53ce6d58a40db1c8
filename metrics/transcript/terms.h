// SPDX-License-Identifier: Apache-2.0
// Where the concepts of a term list stand in a text, and how many of them the output has right.
//
// Longest match first, no overlap. A term matches whole words only (diabetesverpleegkundige does
// not hold diabetes), written as listed or as a compound apart or joined (layout.h says when).
//
// Two ways to count a hit. Aligned: the same concept at the same place, for what should be a
// verbatim text. Bag: the smaller of the two numbers of occurrences, over concepts; it forgives
// order, and repeats can hide an omission.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "metrics/core/term_list.h"
#include "metrics/text/normaliser.h"
#include "metrics/transcript/layout.h"

namespace keur::transcript {

struct Occurrence {
  std::size_t concept_number;  // in the list
  ConceptType type;
  WordRange words;

  bool operator==(const Occurrence&) const = default;
};

// Finds in time linear in the words of a text. Const and shared between threads.
class TermFinder {
 public:
  // Terms are normalised as the texts are. A term that is left without words is not looked for; of
  // one that stands for two concepts the first is meant.
  TermFinder(const TermList& list, const Normaliser& normaliser);

  // In the order of the text.
  std::vector<Occurrence> find(Words words) const;
  const TermList& list() const { return list_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Known {
    std::size_t concept_number;
    std::vector<std::string> spellings;  // with single spaces, as listed
    bool joinable;                       // may be written another way than listed
  };
  bool spelt(const Known& known, Words words) const;

  TermList list_;
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> terms_;  // by their letters
  std::size_t most_words_ = longest_compound;
  std::size_t most_letters_ = 0;
};

// Occurrence of the reference and of the output that are one concept at one place.
struct Hit {
  std::size_t reference, output;
  bool operator==(const Hit&) const = default;
};

// One to one, in the order of the reference.
std::vector<Hit> aligned_hits(const std::vector<Occurrence>& reference,
                              const std::vector<Occurrence>& output, const Layout& layout);

struct TermCounts {
  std::int64_t reference = 0;  // occurrences
  std::int64_t output = 0;
  std::int64_t hits = 0;  // aligned
  std::int64_t bag_hits = 0;
  // The concept error rate is words_wrong / reference_words: substituted and removed words of the
  // occurrences that were not hit, and words of output occurrences that hit nothing and stand at no
  // word of a concept.
  std::int64_t reference_words = 0;
  std::int64_t words_wrong = 0;
};

TermCounts count_terms(const std::vector<Occurrence>& reference,
                       const std::vector<Occurrence>& output, const std::vector<Hit>& hits,
                       const Layout& layout);

}  // namespace keur::transcript
