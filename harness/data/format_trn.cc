// SPDX-License-Identifier: Apache-2.0
// TRN (NIST SCTK, doc/infmts.htm): one utterance a line, its text, then its id in parentheses. The
// speaker is the id up to its first - or _, as in sclite -i spu_id; ";;" begins a comment. Fields:
// id, speaker, text.
#include "harness/data/fixed_fields.h"
#include "harness/data/stm_line.h"

namespace keur {
namespace {

constexpr std::string_view known[] = {"id", "speaker", "text"};
constexpr std::string_view blanks = " \t";

std::optional<Fault> read(std::string_view line, std::span<std::string> fields) {
  line = line.substr(0, line.find_last_not_of(blanks) + 1);
  const std::size_t open = line.find_last_of('(');
  if (!line.ends_with(')') || open == std::string_view::npos)
    return Fault{"data-trn-id", "this line does not end with an id in parentheses",
                 "the text, then (speaker-utterance)", 0, 0};
  const std::string_view id = line.substr(open + 1, line.size() - open - 2);
  if (id.empty() || id.find_first_of(" \t()") != std::string_view::npos)
    return Fault{"data-trn-id", "the parentheses at the end hold no id",
                 "an id has no blanks: (speaker-utterance)", 0, open + 1};
  std::string_view text = line.substr(0, open);
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  fields[0] = id;
  fields[1] = id.substr(0, id.find_first_of("-_"));
  fields[2] = text;
  return std::nullopt;
}

std::unique_ptr<RecordParser> parser(std::span<const std::string> wanted, std::string_view, bool,
                                     std::optional<Fault>& fault) {
  return fixed_fields_parser(wanted, known, "trn", read, fault);
}

}  // namespace

const Format& format_trn();
const Format& format_trn() {
  static const Format format{"trn", ".trn", false, line_length, parser, is_nist_comment};
  return format;
}

}  // namespace keur
