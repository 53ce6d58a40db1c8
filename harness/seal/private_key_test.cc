// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/private_key.h"

#include "harness/seal/base64.h"
#include "harness/seal/dsse.h"
#include "harness/seal/pem.h"
#include "harness/seal/test_package.h"

namespace keur {

TEST_CASE("an Ed25519 key signs as the vectors say") {
  const PrivateKey key = test_key();
  CHECK(key.public_key().key_id() == test_vectors()["ed25519-key"]["keyid"]);
  CHECK(view(key.pem()) == test_vectors()["ed25519-key"]["pkcs8"].get<std::string>());
  for (const char* name : {"ed25519-empty-object", "ed25519-utf8", "ed25519-min-statement"}) {
    const auto vector = test_vectors()[name];
    const auto body = base64_decode(vector["payload_b64"].get<std::string>());
    REQUIRE(body);
    const std::string signature = key.sign(pae(vector["payloadType"].get<std::string>(), *body));
    CHECK(base64_encode(signature) == vector["sig_b64"]);
  }
}

TEST_CASE("a generated key signs, is written and read back, and is never the same twice") {
  for (const KeyAlgorithm algorithm : {KeyAlgorithm::ed25519, KeyAlgorithm::ecdsa_p256}) {
    const PrivateKey key = PrivateKey::generate(algorithm);
    CHECK(key.public_key().algorithm() == algorithm);
    CHECK(key.public_key().key_id() != PrivateKey::generate(algorithm).public_key().key_id());

    const auto again = PrivateKey::from_pem(view(key.pem()));
    REQUIRE(again);
    CHECK(again->public_key().key_id() == key.public_key().key_id());
    const std::string signature = again->sign("bytes");
    CHECK(key.public_key().verifies("bytes", signature));
    CHECK_FALSE(key.public_key().verifies("other bytes", signature));
    // 64 raw bytes, or a DER sequence of two integers of up to 33 bytes
    CHECK(signature.size() <= (algorithm == KeyAlgorithm::ed25519 ? 64u : 72u));
    CHECK(key.sign("").size() >= 64u);
  }
}

TEST_CASE("what is not one unencrypted PKCS#8 key is refused with what to do") {
  const std::string pem(view(test_key().pem()));
  // The label decides; what an encrypted key holds is never looked at.
  const std::string encrypted = write_pem("ENCRYPTED PRIVATE KEY", "anything");
  struct Row {
    std::string pem;
    const char* message;
  };
  const Row rows[] = {
      {encrypted, "is encrypted"},
      {write_pem("EC PRIVATE KEY", "anything"), "openssl pkcs8 -topk8 -nocrypt"},
      {write_pem("OPENSSH PRIVATE KEY", "anything"), "is not a PRIVATE KEY"},
      {test_key().public_key().pem(), "is not a PRIVATE KEY"},
      {write_pem("PRIVATE KEY", "anything"), "holds no private key"},
      {pem + pem, "is not one PEM block"},
      {"", "is not one PEM block"},
  };
  for (const Row& row : rows) {
    const auto key = PrivateKey::from_pem(row.pem);
    REQUIRE_FALSE(key);
    CHECK(key.refusal().code == RefusalCode::key);
    CHECK_THAT(key.refusal().message, Catch::Contains(row.message));
  }
}

TEST_CASE("a key whose two halves do not belong together is refused") {
  // PKCS#8 of a P-256 key ends with its public point; that of another key is put in its place.
  const auto der_of = [](const PrivateKey& key) { return read_pem(view(key.pem()))->content; };
  Secret mixed = der_of(PrivateKey::generate(KeyAlgorithm::ecdsa_p256));
  const Secret other = der_of(PrivateKey::generate(KeyAlgorithm::ecdsa_p256));
  REQUIRE(mixed.size() == other.size());
  std::copy(other.end() - 64, other.end(), mixed.end() - 64);
  const auto key = PrivateKey::from_pem(write_pem("PRIVATE KEY", view(mixed)));
  REQUIRE_FALSE(key);
  CHECK(key.refusal().message == "holds a private and a public key that do not belong together");
}

}  // namespace keur
