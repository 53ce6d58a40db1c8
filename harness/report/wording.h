// SPDX-License-Identifier: Apache-2.0
// Facts of the judge in sentences a doctor reads, English and Dutch.
#pragma once
#include <string>

#include "harness/judge/judge.h"
#include "harness/report/verdict_words.h"

namespace keur {

// What the gate is about: word error rate, clean: accent against american.
Bilingual gate_title(const Task& task, const Gate& gate);

// What one part compares: scottish against american; empty for a plain gate.
std::string part_subject(const Task& task, const Gate& gate, const std::string& level);

// Why this verdict, in one sentence.
Bilingual finding_reason(const Task& task, const Gate& gate, const Finding& finding);

// The same for a gate of several parts: how many of them passed, which is the worst.
Bilingual gate_reason(const Task& task, const Gate& gate, const GateFinding& finding);

// The verdict of the run: 2 of 8 gates failed, 3 inconclusive.
Bilingual verdict_sentence(const Suite& suite, const Judgement& judgement);

// What a reader must know before trusting an estimate. Empty when there is nothing.
std::vector<std::string> caution_sentences(const Task& task, const Estimate& estimate,
                                           long left_out = 0, long lacking = 0);

// How the interval was made, in words: log-t, cluster-linearised.
std::string method_words(const Estimate& estimate);

}  // namespace keur
