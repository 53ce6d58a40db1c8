// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/base64.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("base64 encodes the examples of RFC 4648 section 10 and decodes them back") {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };
  for (const auto& [bytes, text] : rows) {
    CHECK(base64_encode(bytes) == text);
    CHECK(base64_decode(text) == std::string(bytes));
  }
}

TEST_CASE("base64 keeps every byte, and more bytes than one call of OpenSSL takes") {
  std::string bytes;
  for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
  CHECK(base64_decode(base64_encode(bytes)) == bytes);
  const std::string large((3 << 20) * 2 + 1, 'x');
  CHECK(base64_decode(base64_encode(large)) == large);
}

TEST_CASE("base64 refuses every text but the canonical one") {
  const char* rows[] = {
      "Zg",          // padding left out
      "Zg=",         //
      "Zg===",       //
      "Zm9v====",    // padding where nothing is to be padded
      "====",        //
      "=",           //
      "Zh==",        // a bit set behind the end: f again
      "Zm9=",        // the same for two bytes
      "Zm9v\n",      // line break
      "Zm9v\nZm9v",  //
      " Zm9v",       //
      "Zm9v   \n",   // white space up to a multiple of four
      "Zm-_",        // URL alphabet
      "Zm9v=Zm9",    // padding in the middle
      "Zg==Zg==",    //
      "Zm\x80v",     //
  };
  for (const char* text : rows) {
    INFO(text);
    CHECK(base64_decode(text) == std::nullopt);
  }
  using namespace std::string_view_literals;
  CHECK(base64_decode("Zm9\0"sv) == std::nullopt);
}

}  // namespace keur
