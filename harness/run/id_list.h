// SPDX-License-Identifier: Apache-2.0
// Identifiers by number, in one string that holds them all.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

class IdList {
 public:
  void push_back(std::string_view id) {
    text_ += id;
    ends_.push_back(text_.size());
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

}  // namespace keur
