// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/pem.h"

#include "harness/seal/test_package.h"

namespace keur {

TEST_CASE("PEM is written as OpenSSL writes it and read back") {
  const auto vectors = test_vectors();
  for (const char* name : {"ed25519-utf8", "dsse-spec-p256"}) {
    const auto text = vectors[name]["pub"].get<std::string>();
    const auto block = read_pem(text);
    REQUIRE(block);
    CHECK(block->label == "PUBLIC KEY");
    CHECK(write_pem(block->label, view(block->content)) == text);
  }
}

TEST_CASE("PEM may have other line ends and white space around it") {
  const std::string lines[] = {"-----BEGIN X-----", "AAEC", "-----END X-----"};
  for (const std::string end : {"\n", "\r\n"}) {
    const auto block = read_pem("\n \t" + lines[0] + end + lines[1] + end + lines[2] + end + end);
    REQUIRE(block);
    CHECK(view(block->content) == std::string_view("\x00\x01\x02", 3));
  }
}

TEST_CASE("PEM that is more or less than one block is refused") {
  const std::string block = "-----BEGIN X-----\nAAEC\n-----END X-----\n";
  const std::string rows[] = {
      "",
      "\n",
      "AAEC",
      block + block,
      "a comment\n" + block,
      block + "a comment\n",
      "-----BEGIN X-----\nAAEC\n",
      "-----BEGIN X-----\nAAEC\n-----END Y-----\n",
      "-----BEGIN X-----\nA*EC\n-----END X-----\n",
      "-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\n\nAAEC\n-----END X-----\n",
      "-----BEGIN X-----\nAAEC\n-----END X----- -----\n",
  };
  for (const std::string& text : rows) {
    INFO(text);
    const auto read = read_pem(text);
    REQUIRE_FALSE(read);
    CHECK(read.refusal().code == RefusalCode::key);
  }
}

}  // namespace keur
