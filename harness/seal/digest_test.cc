// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/digest.h"

#include "harness/seal/test_package.h"

namespace keur {

TEST_CASE("SHA-256 gives the digests of FIPS 180") {
  // The one-block, two-block and long messages of NIST's SHA-256 examples, and the empty one.
  const std::pair<std::string, const char*> rows[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const auto& [bytes, hex] : rows) {
    CHECK(sha256_hex(bytes) == hex);
    Sha256 streaming;
    for (std::size_t at = 0; at < bytes.size(); at += 7)
      streaming.update(std::string_view(bytes).substr(at, 7));
    CHECK(streaming.hex() == hex);
    CHECK(streaming.hex() == hex);  // asking does not end or change the stream
    CHECK(streaming.bytes().size() == 32);
  }
}

TEST_CASE("a stream can be asked for its digest on the way") {
  Sha256 sha;
  sha.update("a");
  CHECK(sha.hex() == sha256_hex("a"));
  sha.update("bc");
  CHECK(sha.hex() == sha256_hex("abc"));
  const Sha256 moved = std::move(sha);
  CHECK(moved.hex() == sha256_hex("abc"));
}

TEST_CASE("a file has the digest of its bytes, whatever their number") {
  const TestDirectory directory;
  const auto path = directory.path() / "file";
  for (const std::size_t size : {0u, 1u, 262143u, 262144u, 262145u, 1000000u}) {
    const std::string bytes(size, 'x');
    write_bytes(path, bytes);
    const auto digest = sha256_file(path);
    REQUIRE(digest);
    CHECK(*digest == sha256_hex(bytes));
  }
  std::filesystem::create_symlink("file", directory.path() / "link");
  CHECK(sha256_file(directory.path() / "link"));
}

TEST_CASE("what is not a readable file has no digest") {
  const TestDirectory directory;
  const auto missing = sha256_file(directory.path() / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.refusal().code == RefusalCode::file);
  CHECK(missing.refusal().message == "is missing");
  CHECK(sha256_file(directory.path()).refusal().message == "is not a regular file");
  CHECK(sha256_file("/dev/null").refusal().message == "is not a regular file");
}

TEST_CASE("a digest is written with 64 lower-case digits") {
  const std::string digest = sha256_hex("");
  CHECK(is_sha256_hex(digest));
  std::string upper = digest;
  upper[0] = 'E';
  CHECK_FALSE(is_sha256_hex(upper));
  CHECK_FALSE(is_sha256_hex(digest.substr(1)));
  CHECK_FALSE(is_sha256_hex(digest + "0"));
  CHECK_FALSE(is_sha256_hex(std::string(64, 'g')));
}

}  // namespace keur
