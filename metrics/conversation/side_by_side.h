// SPDX-License-Identifier: Apache-2.0
// A recording for a reader: who said what, and what the tool made of it.
#pragma once
#include "metrics/conversation/conversation.h"
#include "metrics/core/comparison.h"

namespace keur::conversation {

// The words of each reference speaker are aligned with those of the output speaker that cpWER gives
// it (aligner.h, so the errors may divide otherwise than cpWER's). A piece with a heading begins
// each utterance of the reference, in their order. What the output adds stands with the utterance
// before it; of output speakers that nobody was given, in utterances of their own at the end.
Comparison side_by_side(const Conversation& recording);

}  // namespace keur::conversation
