// SPDX-License-Identifier: Apache-2.0
// The part of the report about single cases, from what was seen in them, as far as the redaction
// lets it out.
#pragma once
#include "harness/report/report_cases.h"
#include "harness/run/observe.h"

namespace keur {

enum class Redaction { counts, ids, text };  // how much of a case may be shown
const char* name(Redaction redaction);

// How many of each a report lists for each task.
inline constexpr std::size_t critical_errors_listed = 200;
inline constexpr std::size_t confusions_listed = 40;
inline constexpr std::size_t forgiven_listed = 20;

// Whether the report shows anything of this task that only looking at its cases again can tell. It
// takes as long as counting them, so that a report of word errors without words does without.
bool needs_a_look(const Task& task, Redaction redaction);

CriticalErrors critical_errors(const Task& task, const Observations& seen, Redaction redaction);
// `totals` are the column sums of all cases.
Confusions confusions(const Task& task, const Row& totals, const Observations& seen,
                      Redaction redaction);
std::vector<TextPiece> text_pieces(const Comparison& comparison);

}  // namespace keur
