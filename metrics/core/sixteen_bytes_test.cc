// SPDX-License-Identifier: Apache-2.0
#include "metrics/core/sixteen_bytes.h"

#include <string>

#include "tests/catch.h"

namespace keur {
namespace {

// Fifteen bytes that differ and the one asked about, at each place in turn.
template <class Check>
void at_every_place(Check check) {
  for (int byte = 0; byte < 0x100; ++byte)
    for (unsigned place = 0; place < 16; ++place) {
      char text[16];
      for (int k = 0; k < 16; ++k) text[k] = static_cast<char>(byte + 16 * k);
      text[place] = static_cast<char>(byte);
      check(text);
    }
}

}  // namespace

TEST_CASE("the loop marks the bytes that are asked for, the first in the lowest bit") {
  const SixteenBytesAnywhere bytes("ab\"z\n \x1f\x80\xff{AZaz\0{");
  CHECK(bytes.equal('"') == 1u << 2);
  CHECK(bytes.between('a', 'z') == (1u | 1u << 1 | 1u << 3 | 1u << 12 | 1u << 13));
  CHECK(bytes.between('\0', '\x1f') == (1u << 4 | 1u << 6 | 1u << 14));
  CHECK(bytes.not_ascii() == (1u << 7 | 1u << 8));
  char with[17] = {};
  bytes.with(' ').store(with);
  CHECK(with == std::string("ab\"z* ?\xa0\xff{azaz {"));
}

TEST_CASE("this processor gives the answers of the loop") {
  std::size_t wrong = 0;
  at_every_place([&wrong](const char* text) {
    const SixteenBytes quick(text);
    const SixteenBytesAnywhere slow(text);
    wrong += quick.not_ascii() != slow.not_ascii();
    char quick_bytes[16], slow_bytes[16];
    quick.with(' ').store(quick_bytes);
    slow.with(' ').store(slow_bytes);
    wrong += std::memcmp(quick_bytes, slow_bytes, 16) != 0;
    for (const char byte : {'"', '\\', '\0', '\x7f', '\x80', '\xff'})
      wrong += quick.equal(byte) != slow.equal(byte);
    for (const auto& [low, high] : {std::pair('\0', '\x1f'), {'a', 'z'}, {'0', '9'}, {' ', '\x7f'}})
      wrong += quick.between(low, high) != slow.between(low, high);
  });
  CHECK(wrong == 0);
}

}  // namespace keur
