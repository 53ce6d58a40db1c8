// SPDX-License-Identifier: Apache-2.0
// The wanted fields of a JSON object, and how an array of objects is cut into them: what jsonl,
// json and seglst share. Numbers keep the digits they were written with, since an identifier may be
// one.
#pragma once
#include "harness/data/format.h"

namespace keur {

// What else a record holds, where somebody asks.
struct JsonSeen {
  std::vector<std::string> fields;  // all names, as they first appear, also those nobody wanted
  bool others_than_text = false;    // a number or a truth stands where text could
};

// `array`: the object may be followed by the comma or bracket behind an element of an array.
std::unique_ptr<RecordParser> json_parser(std::span<const std::string> wanted, bool array,
                                          JsonSeen* seen = nullptr);

// How many bytes the first piece of an array takes: its opening bracket or an element with the
// comma or closing bracket behind it, white space included; 0 when its end is not in sight.
std::size_t json_piece_length(std::string_view bytes, bool quotes);
// Whether a piece holds no element.
bool json_piece_skipped(std::string_view piece);
// Whether a piece may follow those before it; `state` is 0 before the first.
std::optional<Fault> json_piece_order(int& state, std::string_view piece, bool last);

// Text as a JSON string, in quotes.
void append_json(std::string& out, std::string_view text);

}  // namespace keur
