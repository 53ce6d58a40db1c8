// SPDX-License-Identifier: Apache-2.0
#include "harness/data/seglst_fields.h"

#include "harness/data/json_fields.h"

namespace keur {
namespace {

// One key of all segments. A value that is a list or a map is none.
void share(const TextFile& file, const std::string& key,
           std::map<std::string, SharedFields>& recordings) {
  const std::vector<std::string> wanted{"session_id", key};
  const auto parser = json_parser(wanted, true);
  std::string_view rest = file.text;
  while (!rest.empty()) {
    std::size_t length = json_piece_length(rest, true);
    if (length == 0) length = rest.size();
    std::string piece(rest.substr(0, length));
    rest.remove_prefix(length);
    if (json_piece_skipped(piece)) continue;
    piece += ' ';
    std::vector<FieldValue> values(wanted.size());
    if (parser->parse(piece.data(), length, values)) return;
    std::optional<std::string> value;
    if (values[1].state == FieldValue::State::text) value = values[1].text;
    const auto [found, fresh] = recordings[std::string(values[0].text)].emplace(key, value);
    if (!fresh && found->second != value) found->second.reset();
  }
}

}  // namespace

std::map<std::string, SharedFields> shared_seglst_fields(const TextFile& file,
                                                         const std::set<std::string>& keys) {
  std::map<std::string, SharedFields> recordings;
  for (const std::string& key : keys) share(file, key, recordings);
  return recordings;
}

}  // namespace keur
