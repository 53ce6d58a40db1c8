// SPDX-License-Identifier: Apache-2.0
// A JSON array of objects, read object by object.
#include "harness/data/json_fields.h"

namespace keur {
namespace {

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>&) {
  return json_parser(wanted, true);
}

}  // namespace

const Format& format_json();
const Format& format_json() {
  static const Format format{
      "json", ".json", false, json_piece_length, parser, json_piece_skipped, json_piece_order};
  return format;
}

}  // namespace keur
