// SPDX-License-Identifier: Apache-2.0
// Small numbers for code points, given on first sight and kept: a text uses a hundred or so of the
// million there are.
#pragma once
#include <cstdint>
#include <vector>

namespace keur {

class CodePointNumbers {
 public:
  std::uint32_t number(char32_t c) {
    std::uint32_t& page = pages_[c / page_size];
    if (page == none) {
      page = static_cast<std::uint32_t>(numbers_.size());
      numbers_.resize(numbers_.size() + page_size, none);
    }
    std::uint32_t& number = numbers_[page + c % page_size];
    if (number == none) number = count_++;
    return number;
  }

  // All numbers given are below this.
  std::uint32_t count() const { return count_; }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr char32_t page_size = 256;
  std::vector<std::uint32_t> pages_ = std::vector<std::uint32_t>(0x110000 / page_size, none);
  std::vector<std::uint32_t> numbers_;
  std::uint32_t count_ = 0;
};

}  // namespace keur
