// SPDX-License-Identifier: Apache-2.0
#include "harness/data/plain_object.h"

#include <algorithm>
#include <bit>

#include "metrics/core/sixteen_bytes.h"
#include "metrics/core/utf8.h"

namespace keur {

// Walks over a record of at least sixteen bytes. A step that is not possible gives false.
class PlainObject::Scan {
 public:
  explicit Scan(std::string_view record) : at_(record.data()), end_(at_ + record.size()) {}

  // Spaces and the byte.
  bool take(char byte) {
    skip_spaces();
    if (at_ == end_ || *at_ != byte) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view bytes) {
    if (!ahead().starts_with(bytes)) return false;
    at_ += bytes.size();
    return true;
  }
  bool at_end() {
    skip_spaces();
    return at_ == end_;
  }
  void skip_spaces() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }

  // The rest of a string whose opening quote was taken, and its closing quote.
  bool take_text(std::string_view& text) {
    const char* const begin = at_;
    std::uint32_t not_ascii = 0;
    for (;;) {
      // The last sixteen bytes once more, where fewer are left: those before `at_` do not count.
      const auto behind = std::max<std::ptrdiff_t>(16 - (end_ - at_), 0);
      const SixteenBytes bytes(at_ - behind);
      const std::uint32_t stop =
          (bytes.equal('"') | bytes.equal('\\') | bytes.between('\0', '\x1f')) >> behind;
      const std::uint32_t other = bytes.not_ascii() >> behind;
      if (stop == 0) {
        if (behind > 0) return false;
        not_ascii |= other;
        at_ += 16;
        continue;
      }
      not_ascii |= other & (stop ^ (stop - 1));
      at_ += std::countr_zero(stop);
      text = {begin, static_cast<std::size_t>(at_ - begin)};
      if (*at_++ != '"') return false;
      return not_ascii == 0 || !first_invalid_utf8(text);
    }
  }

 private:
  std::string_view ahead() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  const char* at_;
  const char* const end_;
};

PlainObject::Name PlainObject::name(std::string_view text) const {
  Name name{std::string(text) + '"', {}};
  for (std::size_t i = 0; i < wanted_.size(); ++i)
    if (wanted_[i] == text) name.wanted.push_back(i);
  return name;
}

bool PlainObject::read(std::string_view record, std::span<FieldValue> values) {
  constexpr std::size_t most_names = 64;
  if (record.size() < 16) return false;
  std::fill(values.begin(), values.end(), FieldValue{});
  Scan scan(record);
  if (!scan.take('{')) return false;
  for (std::size_t place = 0; place < most_names; ++place) {
    if (!scan.take('"')) return false;
    if (place == names_.size()) names_.emplace_back();
    if (names_[place].quoted.empty() || !scan.take(names_[place].quoted)) {
      std::string_view text;
      if (!scan.take_text(text)) return false;
      names_[place] = name(text);
    }
    if (!scan.take(':')) return false;
    FieldValue value;
    if (scan.take('"')) {
      value.state = FieldValue::State::text;
      if (!scan.take_text(value.text)) return false;
    } else if (scan.take("null")) {
      value.state = FieldValue::State::null;
    } else {
      return false;
    }
    for (const std::size_t i : names_[place].wanted) {
      if (values[i].state != FieldValue::State::absent) return false;
      values[i] = value;
    }
    if (!scan.take(',')) return scan.take('}') && scan.at_end();
  }
  return false;
}

}  // namespace keur
