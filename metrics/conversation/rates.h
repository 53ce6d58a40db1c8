// SPDX-License-Identifier: Apache-2.0
// The metrics as functions of column sums: sums over all recordings first, one division after. Each
// is nullopt where its denominator is 0. Those that need times are also nullopt where a recording
// with times in its reference has an output without: a tool cannot be judged on the recordings of
// its choice.
#pragma once
#include <optional>

#include "metrics/core/metric.h"

namespace keur::conversation {

// (substituted + removed + inserted) / reference words, each speaker against the one that fits
// best (Watanabe and others 2020, CHiME-6). Can exceed 1.
std::optional<Evaluation> cp_word_error_rate(const Row& sums);
std::optional<Evaluation> cp_removal_rate(const Row& sums);
std::optional<Evaluation> cp_insertion_rate(const Row& sums);

// The same where words only pair if they overlap in time, within the collar (von Neumann and others
// 2023, MeetEval). Never less than cpWER of the same recordings.
std::optional<Evaluation> tcp_word_error_rate(const Row& sums);

// The same whoever spoke: each utterance counts where it fits best (Sklyar and others 2022).
std::optional<Evaluation> orc_word_error_rate(const Row& sums);

// The same where people who speak at once are compared, all together, with one stream of words, as
// NIST's asclite does (Fiscus and others 2006); and the reference words that were left out of it
// because more people than the limit spoke at once.
std::optional<Evaluation> overlap_word_error_rate(const Row& sums);
std::optional<Evaluation> overlap_left_out_rate(const Row& sums);

// (missed + false alarm + confused time) / time of the reference speakers (NIST RT-09 evaluation
// plan, section 6.1), and its three parts. Numerator and denominator in seconds.
std::optional<Evaluation> diarisation_error_rate(const Row& sums);
std::optional<Evaluation> missed_speech_rate(const Row& sums);
std::optional<Evaluation> false_alarm_rate(const Row& sums);
std::optional<Evaluation> confusion_rate(const Row& sums);

// The mean over reference speakers of 1 - time in common / time of either (Ryant and others 2019,
// second DIHARD challenge, section 4.2).
std::optional<Evaluation> jaccard_error_rate(const Row& sums);

// Speakers too many or too few / speakers of the reference, and recordings with such / recordings.
std::optional<Evaluation> speaker_count_error(const Row& sums);
std::optional<Evaluation> wrong_speaker_count_rate(const Row& sums);

}  // namespace keur::conversation
