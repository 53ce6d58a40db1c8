// SPDX-License-Identifier: Apache-2.0
// The output of a whole recording, words with times (CTM), as outputs of the segments of the
// reference (STM): the words are dealt out by their middles, as sclite deals them
// (metrics/alignment/time.h). What falls into a segment that is not to be scored is dropped.
//
//   cut: reference       words before the first segment go to the first, those behind the last to
//   the
//                        last, as sclite does
//   cut: reference_span  words that end before the first segment starts, or start behind the end of
//                        the last, are dropped first (sclite -m hyp)
//
// sclite's -m ref, which leaves out the segments where the output has no words, is not offered: a
// tool would choose what it is judged on. A segment of a recording and channel without any word in
// the file has no output, and is listed as missing; a recording and channel that the reference does
// not have is an output nobody asked for.
#pragma once
#include "harness/run/output_index.h"

namespace keur {

// Makes the records of `outputs`; false after a problem.
bool cut_output(const Table& table, const Source& cases, const Source& outputs,
                Diagnostics& problems);

}  // namespace keur
