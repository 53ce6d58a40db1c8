// SPDX-License-Identifier: Apache-2.0
// A metric is a function of column sums. It gives its value, the two whole numbers the value is
// made of, and its gradient; the gradient is all that a linearised standard error needs, for a
// plain ratio and for a product of ratios alike.
#pragma once
#include <initializer_list>
#include <optional>
#include <string_view>

#include "metrics/core/row.h"

namespace keur {

enum class Better { lower, higher };

// The range of values a metric can take; it decides the scale its interval is computed on.
enum class Range {
  proportion,   // [0, 1]: logit scale
  nonnegative,  // [0, infinity): log scale (word error rate can exceed 1)
};

struct Evaluation {
  double value;
  double numerator;    // value = numerator / denominator
  double denominator;  // > 0
  Row gradient;        // d value / d column sum; 1 x columns
};

struct Column {
  std::string_view id;     // as in the ledger: reference_words
  std::string_view title;  // as a person reads it: reference words
};

struct Metric {
  std::string_view id;         // wer
  std::string_view title;      // word error rate
  std::string_view titel;      // the same in Dutch
  std::string_view meaning;    // one sentence, with the formula in words
  std::string_view betekenis;  // the same in Dutch
  Better better;
  Range range;
  std::string_view unit;  // what the denominator counts: reference word
  bool descriptive;       // shown beside the others, never a gate (reason in `meaning`)
  // nullopt where the sums leave the metric undefined (an empty denominator).
  std::optional<Evaluation> (*evaluate)(const Row& sums);
  // What the task must give for its columns to be counted: terms, or the key of a silent Choice;
  // empty: nothing. Where it is not given the metric must not be evaluated.
  std::string_view needs = {};
  // Where the definition comes from: a paper, a tool's documentation; empty: it is our own.
  std::string_view source = {};

  std::optional<double> value(const Row& sums) const {
    const auto evaluation = evaluate(sums);
    if (!evaluation) return std::nullopt;
    return evaluation->value;
  }
};

// Sum of the named columns over another such sum. nullopt when the denominator is not positive.
std::optional<Evaluation> ratio(const Row& sums, std::initializer_list<int> numerator,
                                std::initializer_list<int> denominator);

}  // namespace keur
