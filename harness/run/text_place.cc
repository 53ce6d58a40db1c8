// SPDX-License-Identifier: Apache-2.0
#include "harness/run/text_place.h"

#include <algorithm>
#include <optional>
#include <string>

#include "metrics/core/utf8.h"

namespace keur {
namespace {

// How a text may be written. One that reads the next character of `rest`, takes it off and gives
// its bytes; nullopt: this is no text written so.
using Characters = std::string_view;  // in `buffer` where they were escaped
using Reader = std::optional<Characters> (*)(std::string_view& rest, std::string& buffer);

Characters take(std::string_view& rest, std::size_t count) {
  const Characters taken = rest.substr(0, count);
  rest.remove_prefix(taken.size());
  return taken;
}

std::optional<Characters> plain(std::string_view& rest, std::string&) {
  return take(rest, 1);
}

std::optional<Characters> doubled_quotes(std::string_view& rest, std::string&) {
  if (rest.front() != '"') return take(rest, 1);
  if (!rest.starts_with("\"\"")) return std::nullopt;
  rest.remove_prefix(1);
  return take(rest, 1);
}

std::optional<char32_t> four_digits(std::string_view& rest) {
  char32_t value = 0;
  const Characters digits = take(rest, 4);
  for (const char digit : digits) {
    const std::size_t worth = std::string_view("0123456789abcdef0123456789ABCDEF").find(digit);
    if (worth == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(worth % 16);
  }
  return digits.size() == 4 ? std::optional(value) : std::nullopt;
}

Characters utf8(char32_t c, std::string& buffer) {
  buffer.clear();
  append_code_point(c, buffer);
  return buffer;
}

std::optional<Characters> json_escapes(std::string_view& rest, std::string& buffer) {
  if (rest.front() == '"') return std::nullopt;
  if (rest.front() != '\\') return take(rest, 1);
  rest.remove_prefix(1);
  if (rest.empty()) return std::nullopt;
  if (take(rest, 1) != "u") {
    const char escape = rest.data()[-1];
    const std::size_t which = std::string_view("\"\\/bfnrt").find(escape);
    if (which == std::string_view::npos) return std::nullopt;
    return utf8(static_cast<unsigned char>("\"\\/\b\f\n\r\t"[which]), buffer);
  }
  auto unit = four_digits(rest);
  if (unit && *unit >= 0xd800 && *unit < 0xdc00 && rest.starts_with("\\u")) {
    rest.remove_prefix(2);
    const auto low = four_digits(rest);
    if (!low) return std::nullopt;
    unit = 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00);
  }
  return unit ? std::optional(utf8(*unit, buffer)) : std::nullopt;
}

// Where byte `at` of `text` is written, if `text` begins at the beginning of `written`.
std::optional<std::size_t> offset_of(std::string_view written, std::string_view text,
                                     std::size_t at, Reader read) {
  std::string_view rest = written;
  std::size_t done = 0;
  std::optional<std::size_t> found;
  std::string buffer;
  while (done < text.size()) {
    const std::size_t offset = written.size() - rest.size();
    if (rest.empty()) return std::nullopt;
    const auto characters = read(rest, buffer);
    if (!characters || text.substr(done, characters->size()) != *characters) return std::nullopt;
    if (at >= done && at < done + characters->size()) found = offset;
    done += characters->size();
  }
  return found;
}

}  // namespace

TextPlace place_in_record(std::string_view record, std::string_view text, std::size_t at) {
  for (const Reader read : {plain, doubled_quotes, json_escapes}) {
    std::optional<std::size_t> place;
    for (std::size_t start = 0; start < record.size(); ++start) {
      const auto offset = offset_of(record.substr(start), text, at, read);
      if (!offset) continue;
      if (place) return {};
      place = start + *offset;
    }
    if (!place) continue;
    const std::string_view before = record.substr(0, *place);
    const std::size_t line_start = before.find_last_of('\n') + 1;  // 0 where there is none
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
            *place - line_start + 1};
  }
  return {};
}

void add_text_fault(const Source& source, const RecordPlace& place, std::string_view text,
                    const TextFault& fault, Diagnostics& problems) {
  if (fault.too_large) {
    add_fault(source, place, {"data-case-too-large", fault.message, fault.hint, 0, 0}, problems);
    return;
  }
  TextPlace at;
  if (!source.format->whole) {
    RecordFetcher fetcher(source.file);
    at = place_in_record({fetcher.fetch(place), place.length}, text, fault.at);
  }
  add_fault(source, place, {"data-notation", fault.message, fault.hint, at.line, at.column},
            problems);
}

}  // namespace keur
