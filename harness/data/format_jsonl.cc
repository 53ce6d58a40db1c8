// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one object a line.
#include "harness/data/json_fields.h"

namespace keur {
namespace {

std::size_t record_length(std::string_view bytes, bool) {
  const std::size_t end = bytes.find('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>&) {
  return json_parser(wanted, false);
}

}  // namespace

const Format& format_jsonl();
const Format& format_jsonl() {
  static const Format format{"jsonl", ".jsonl .ndjson", false, record_length, parser};
  return format;
}

}  // namespace keur
