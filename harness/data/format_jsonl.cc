// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one object a line.
#include "harness/data/fixed_fields.h"
#include "harness/data/json_fields.h"

namespace keur {
namespace {

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>&) {
  return json_parser(wanted, false);
}

}  // namespace

const Format& format_jsonl();
const Format& format_jsonl() {
  static const Format format{"jsonl", ".jsonl .ndjson", false, line_length, parser};
  return format;
}

}  // namespace keur
