// SPDX-License-Identifier: Apache-2.0
// Who spoke when: the diarisation error rate (NIST Rich Transcription, md-eval) and the Jaccard
// error rate (second DIHARD challenge, 2019).
//
// At each moment r reference and o output speakers speak, of whom c are mapped to each other.
// Missed time is max(0, r - o), false alarm max(0, o - r), confused min(r, o) - c; the rate is
// their sum over the time of r. The mapping of speakers, one to one, is the one with the most time
// in common: with pyannote of the time that is scored; with md-eval (map_speakers) of all time,
// before collars and overlap are taken out.
//
// JER: for each reference speaker 1 - common time / time of either, with its own mapping that makes
// the mean least; 1 for who has none.
//
// A collar takes time around the ends of reference turns out of all that. Two conventions differ by
// a factor of two: `md_eval_each_side` takes the collar on each side of an end, `pyannote_total`
// half of it. Everything is in whole (half) microseconds, so the sums are exact.
//
// Cost: turns x log turns, moments x speakers, and speakers to the third power.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/alignment/time.h"

namespace keur {

// Speakers are numbered from 0 in either recording on its own. A speaker's turns may overlap each
// other: nobody speaks twice at a time. A turn that does not end after its start says nothing.
struct SpeakerTurn {
  Microseconds start = 0, end = 0;
  std::uint32_t speaker = 0;
};

enum class CollarConvention : unsigned char { md_eval_each_side, pyannote_total };

struct DiarisationOptions {
  Microseconds collar = 0;
  CollarConvention convention = CollarConvention::md_eval_each_side;
  bool skip_overlap = false;  // leaves out where more than one reference speaker speaks
};

struct TimeSpan {
  Microseconds start = 0, end = 0;
};

struct DiarisationCounts {
  // In half microseconds.
  std::int64_t reference = 0, missed = 0, false_alarm = 0, confused = 0;
  double jaccard_error_sum = 0;      // over reference speakers with any time that is scored
  std::size_t jaccard_speakers = 0;  // how many those are
  // Of each reference speaker, the output speaker with whom it has its time in common.
  std::vector<std::optional<std::uint32_t>> output_of;

  // Undefined without reference time.
  std::optional<double> diarisation_error_rate() const;
  std::optional<double> jaccard_error_rate() const;
};

// `scored`: what of the recording counts, each moment once however often it is named; empty: all of
// it. (md-eval without a list of its own scores from the first to the last reference turn.)
DiarisationCounts compare_speakers(std::span<const SpeakerTurn> reference,
                                   std::span<const SpeakerTurn> output,
                                   const DiarisationOptions& options = {},
                                   std::span<const TimeSpan> scored = {});

}  // namespace keur
