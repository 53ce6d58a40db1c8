// SPDX-License-Identifier: Apache-2.0
// A recording as one field of a record: who said what from when to when. The readers of files write
// it, families that are about conversations read it, and no user ever sees it.
//
// One line a turn, six columns with a tab between them:
//   speaker  channel  start  end  ignore  text
// Times are whole microseconds, both or none; `ignore` is x or nothing. A backslash, a tab and a
// line feed within speaker, channel or text are written \\ \t \n. So every turn can be written, and
// what is read is what was written.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

struct Turn {
  std::string speaker, channel, text;  // empty: the file does not say
  std::optional<std::int64_t> start, end;
  bool ignore = false;  // not to be scored

  bool operator==(const Turn&) const = default;
};

std::string write_turns(std::span<const Turn> turns);

// nullopt for what write_turns cannot have written. The empty text holds no turn.
std::optional<std::vector<Turn>> read_turns(std::string_view text);

}  // namespace keur
