// SPDX-License-Identifier: Apache-2.0
// The metrics that are a plain ratio of column sums: sums over all utterances first, one division
// after. An utterance whose reference has no words adds its inserted words to the numerators and
// nothing to the denominators, as NIST sclite and jiwer pool them. Each is nullopt when its
// denominator is 0.
#pragma once
#include <optional>

#include "metrics/core/metric.h"

namespace keur::transcript {

// (substituted + removed + inserted) / reference words. Can exceed 1.
std::optional<Evaluation> word_error_rate(const Row& sums);

// Word errors that remain when a compound written apart, or two words written as one, is forgiven /
// reference words. Never more than word_error_rate. What is not forgiven: numbers, negations, sides
// and what looks like a negating prefix (merges.h).
std::optional<Evaluation> compound_tolerant_word_error_rate(const Row& sums);

// Edits of code points / reference code points, spaces between words counted (as jiwer does). Can
// exceed 1.
std::optional<Evaluation> character_error_rate(const Row& sums);

// Utterances with at least one word error / utterances. An empty reference with a word in the
// output is one with an error; with an empty output it is one without.
std::optional<Evaluation> sentence_error_rate(const Row& sums);

// Substituted, removed, inserted words, each / reference words. They add up to the word error rate.
// How that divides over the three depends on the tie rule in metrics/alignment/aligner.h.
std::optional<Evaluation> substitution_rate(const Row& sums);
std::optional<Evaluation> removal_rate(const Row& sums);
std::optional<Evaluation> insertion_rate(const Row& sums);

// (substituted + removed + inserted) / (matched + substituted + removed + inserted): the share of
// aligned places with an error (Morris, Maier and Green 2004, Interspeech). At most 1.
std::optional<Evaluation> match_error_rate(const Row& sums);

// The mean over utterances with a reference word of their own word error rates.
std::optional<Evaluation> mean_utterance_word_error_rate(const Row& sums);

}  // namespace keur::transcript
