// SPDX-License-Identifier: Apache-2.0
// Step e of basic-1 (normaliser.h): which marks stay. One pass, code point by code point: what a
// run of marks means is known when the next body comes, or does not come.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "metrics/core/sixteen_bytes.h"

namespace keur::basic_1 {

class TokenWriter {
 public:
  // `to` has room for as many bytes as will be written.
  explicit TokenWriter(char* to) : begin_(to), to_(to) {}

  void space() {
    in_token_ = false;
    run_ = 0;
  }

  // `bytes` stay in place until the next body or space.
  void mark(const char* bytes, std::size_t length, bool parting) {
    mark_ = bytes;
    mark_length_ = length;
    parting_ = parting;
    if (run_++ == 0) history_ = 0;
    history_ = (history_ << 8) | static_cast<unsigned char>(*bytes);
  }

  // Where body bytes go next, all marks before them settled; `written` says how far they came.
  char* body(bool number) {
    if (!in_token_ || run_ > 1 || (run_ == 1 && parting_)) {
      if (to_ != begin_) *to_++ = ' ';
      if (number && run_ > 0) write_sign_and_decimal_mark();
    } else if (run_ == 1) {
      to_ = std::copy_n(mark_, mark_length_, to_);
    }
    in_token_ = true;
    run_ = 0;
    return to_;
  }
  void written(char* to) { to_ = to; }

  // Whether no marks wait to be settled, and whether the last code point was a body.
  bool settled() const { return run_ == 0; }
  bool in_token() const { return in_token_; }

  // Bodies and single spaces, written at once: `bytes`, of which `length` > 0 count. They end in a
  // space or not. Only when settled(), and a space comes first only when in_token().
  void plain(SixteenBytes bytes, int length, bool ends_in_space) {
    if (!in_token_ && to_ != begin_) *to_++ = ' ';
    bytes.store(to_);
    to_ += ends_in_space ? length - 1 : length;
    in_token_ = !ends_in_space;
  }

  std::size_t size() const { return static_cast<std::size_t>(to_ - begin_); }

 private:
  void write_sign_and_decimal_mark() {
    const auto back = [this](int k) { return static_cast<char>(history_ >> (8 * k)); };
    const auto decimal = [](char c) { return c == '.' || c == ','; };
    const bool has_decimal = decimal(back(0)) && !decimal(back(1));
    if (back(has_decimal ? 1 : 0) == '-') *to_++ = '-';
    if (has_decimal) *to_++ = back(0);
  }

  char* begin_;
  char* to_;
  bool in_token_ = false;  // a body was written since the last space
  std::size_t run_ = 0;    // marks since the last body or space
  // Of the run: the last mark, and the first bytes of the last four. Only ASCII bytes matter.
  const char* mark_ = nullptr;
  std::size_t mark_length_ = 0;
  bool parting_ = false;
  std::uint32_t history_ = 0;
};

}  // namespace keur::basic_1
