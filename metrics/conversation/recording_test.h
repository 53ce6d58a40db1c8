// SPDX-License-Identifier: Apache-2.0
// Recordings of a test, as short as they can be written.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "metrics/conversation/columns.h"
#include "metrics/conversation/counter.h"
#include "metrics/core/turns.h"
#include "tests/catch.h"

namespace keur::conversation {

constexpr Microseconds second = 1'000'000;

// Somebody says something from second to second.
inline Turn turn(const std::string& speaker, double start, double end, const std::string& text) {
  return {speaker, "", text, static_cast<Microseconds>(start * 1e6),
          static_cast<Microseconds>(end * 1e6)};
}
inline Turn turn(const std::string& speaker, const std::string& text) {
  return {speaker, "", text, {}, {}};
}
inline Turn ignored(double start, double end) {
  Turn made = turn("", start, end, "");
  made.ignore = true;
  return made;
}

inline Rules plain_rules() {
  Rules rules;
  rules.normaliser = find_normaliser("basic-1");
  rules.collar = 5 * second;
  return rules;
}

inline Row counted(const std::vector<Turn>& reference, const std::vector<Turn>& output,
                   const Rules& rules = plain_rules()) {
  const std::string left = write_turns(reference), right = write_turns(output);
  const std::optional<std::string_view> fields[] = {left, right};
  return ConversationCounter(rules).count({&fields[0], 1}, {&fields[1], 1});
}

}  // namespace keur::conversation
