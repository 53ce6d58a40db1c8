// SPDX-License-Identifier: Apache-2.0
// A recording cut where nobody speaks, as NIST's asclite cuts it: each stretch holds turns of the
// reference, in one channel, each of which begins before all before it have ended. A word of the
// output belongs to the stretch its middle lies in. Channels are kept apart where all turns of both
// sides name one.
//
// A stretch that touches what is not to be scored is not scored, all of it. A word in no stretch is
// an insertion; where the reference itself says where nobody speaks, in turns of the speaker
// inter_segment_gap, it is left out.
#pragma once
#include <cstddef>
#include <vector>

#include "metrics/alignment/overlap.h"
#include "metrics/conversation/conversation.h"

namespace keur::conversation {

struct Stretch {
  Microseconds start = 0, end = 0;
  std::vector<Stream> reference;  // of each speaker with a turn in it, in the order of their names
  Stream output;
};

struct Stretches {
  std::vector<Stretch> scored;
  std::size_t outside = 0;  // words of the output in no stretch
};

// Both sides have times. The words lie in the conversation.
Stretches cut_into_stretches(const Conversation& recording);

}  // namespace keur::conversation
