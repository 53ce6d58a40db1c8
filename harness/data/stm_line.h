// SPDX-License-Identifier: Apache-2.0
// One line of an STM file (NIST SCTK, doc/infmts.htm): file channel speaker start end [<labels>]
// text; ";;" begins a comment.
#pragma once
#include <optional>
#include <string_view>

#include "harness/data/format.h"
#include "harness/data/segments.h"

namespace keur {

// Blank lines and comments say nothing.
bool is_nist_comment(std::string_view line);

// A line IGNORE_TIME_SEGMENT_IN_SCORING becomes a segment that is ignored and has no text.
std::optional<Fault> read_stm_line(std::string_view line, Segment& segment);

}  // namespace keur
