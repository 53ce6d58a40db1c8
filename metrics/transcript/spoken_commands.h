// SPDX-License-Identifier: Apache-2.0
// Commands a person speaks to a dictation tool: punt, komma, nieuwe regel. A reference says where
// they were spoken by writing them between angle brackets:
//
//   geen koorts <komma> wel hoest <punt> <nieuwe regel> controle morgen <punt>
//
// Only these are commands; a word punt without brackets is a word (McBurney punt), so nothing is
// guessed. A command was executed when its mark stands at its place in the output.
//
//   punt . | komma , | dubbele punt : | puntkomma ; | vraagteken ? | uitroepteken ! |
//   nieuwe regel (a line end) | nieuwe alinea (an empty line) | haakje openen ( | haakje sluiten )
//   | streepje - | schuine streep /          and in English: period full stop comma colon semicolon
//   question mark, exclamation mark, new line, new paragraph, open bracket, close bracket, hyphen,
//   slash
//
// In the output a mark is one where it parts or ends words; in 38,5 and 120/80 it is part of one.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "metrics/text/normaliser.h"

namespace keur::transcript {

struct CommandCounts {
  std::int64_t spoken = 0, executed = 0;
};

// Raw texts, valid UTF-8. Without an annotation in the reference nothing is counted.
CommandCounts count_commands(std::string_view reference, std::string_view output,
                             const Normaliser& normaliser);

// The reference as words alone: each annotation a space. The same bytes where there is none.
std::string without_commands(std::string_view reference);

}  // namespace keur::transcript
