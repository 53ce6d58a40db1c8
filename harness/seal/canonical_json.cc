// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/canonical_json.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "harness/seal/strict_json.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

using Json = nlohmann::json;

// RFC 8785 section 3.2.3 sorts by UTF-16 code units: U+10000 and up come before U+E000-FFFF, which
// is not the order of their UTF-8 bytes.
std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = *decode_utf8(text, offset);
    offset += point.length;
    if (point.value < 0x10000) {
      units += static_cast<char16_t>(point.value);
    } else {
      units += static_cast<char16_t>(0xD7C0 + (point.value >> 10));
      units += static_cast<char16_t>(0xDC00 + (point.value & 0x3FF));
    }
  }
  return units;
}

class Writer {
 public:
  std::string text;
  const char* objection = nullptr;

  void write(const Json& value, std::size_t depth) {
    if (value.is_structured() && depth == JsonLimits{}.depth)
      return refuse("it has too many levels");
    switch (value.type()) {
      case Json::value_t::null:
      case Json::value_t::boolean:
        text += value.dump();
        return;
      case Json::value_t::string:
        return write(value.get_ref<const std::string&>());
      case Json::value_t::number_integer:
      case Json::value_t::number_unsigned:
        return write_integer(value);
      case Json::value_t::array:
        return write_array(value, depth);
      case Json::value_t::object:
        return write_object(value, depth);
      default:
        return refuse("it holds a number that is not an integer, or binary data");
    }
  }

 private:
  void refuse(const char* what) { objection = what; }

  void write(const std::string& string) {
    if (first_invalid_utf8(string)) return refuse("it holds a string that is not UTF-8");
    // nlohmann escapes exactly what RFC 8785 section 3.2.2.2 does, in the same way.
    text += Json(string).dump();
  }

  void write_integer(const Json& value) {
    // An unsigned integer may be beyond the signed type, a signed one is compared on both sides.
    const bool small_enough =
        value.is_number_unsigned()
            ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(largest_json_integer)
            : value.get<std::int64_t>() <= largest_json_integer &&
                  value.get<std::int64_t>() >= -largest_json_integer;
    if (!small_enough) return refuse("it holds an integer beyond 2^53 - 1");
    text += value.dump();
  }

  void write_array(const Json& array, std::size_t depth) {
    char separator = '[';
    for (const Json& element : array) {
      text += std::exchange(separator, ',');
      write(element, depth + 1);
    }
    text += array.empty() ? "[]" : "]";
  }

  void write_object(const Json& members, std::size_t depth) {
    std::vector<std::pair<std::u16string, Json::const_iterator>> sorted;
    for (auto member = members.begin(); member != members.end(); ++member) {
      if (first_invalid_utf8(member.key())) return refuse("it holds a name that is not UTF-8");
      sorted.emplace_back(utf16(member.key()), member);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    char separator = '{';
    for (const auto& [units, member] : sorted) {
      text += std::exchange(separator, ',');
      write(member.key());
      text += ':';
      write(member.value(), depth + 1);
    }
    text += members.empty() ? "{}" : "}";
  }
};

}  // namespace

Checked<std::string> canonical_json(const Json& value) {
  Writer writer;
  writer.write(value, 0);
  if (writer.objection) return Refusal{RefusalCode::statement, "", writer.objection};
  return std::move(writer.text);
}

}  // namespace keur
