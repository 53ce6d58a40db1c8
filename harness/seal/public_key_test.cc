// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/public_key.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "harness/seal/base64.h"
#include "harness/seal/dsse.h"
#include "harness/seal/pem.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace {

std::string der_of(EVP_PKEY* key) {
  REQUIRE(key != nullptr);
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key, &der);
  REQUIRE(size > 0);
  std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  EVP_PKEY_free(key);
  return bytes;
}

std::string compressed_p256() {
  EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
  REQUIRE(EVP_PKEY_set_utf8_string_param(key, "point-format", "compressed") == 1);
  return der_of(key);
}

std::string explicit_p256() {
  EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
  REQUIRE(EVP_PKEY_set_utf8_string_param(key, "encoding", "explicit") == 1);
  return der_of(key);
}

PublicKey key_of(const nlohmann::json& vector) {
  auto key = PublicKey::from_pem(vector["pub"].get<std::string>());
  REQUIRE(key);
  return *key;
}

}  // namespace

TEST_CASE("key ids are what ssh-keygen -l prints") {
  const auto vectors = test_vectors();
  const PublicKey ed25519 = key_of(vectors["ed25519-empty-object"]);
  CHECK(ed25519.key_id() == vectors["ed25519-empty-object"]["keyid"]);
  CHECK(ed25519.algorithm() == KeyAlgorithm::ed25519);
  CHECK(ed25519.pem() == vectors["ed25519-empty-object"]["pub"]);

  // ssh-keygen -i -m PKCS8 -f key.pem > key.pub; ssh-keygen -l -f key.pub   (OpenSSH 9.2)
  const PublicKey p256 = key_of(vectors["dsse-spec-p256"]);
  CHECK(p256.key_id() == "SHA256:f4AuBLdH4Lj/dIuwAUXXebzoI9B/cJ4iSQ3/qByIl4M");
  CHECK(p256.algorithm() == KeyAlgorithm::ecdsa_p256);
  CHECK(p256.pem() == vectors["dsse-spec-p256"]["pub"]);
}

TEST_CASE("signatures of the vectors verify; a changed byte, in message or signature, does not") {
  const auto vectors = test_vectors();
  for (const char* name : {"ed25519-empty-object", "ed25519-utf8", "ed25519-min-statement"}) {
    const auto& vector = vectors[name];
    const PublicKey key = key_of(vector);
    const auto body = base64_decode(vector["payload_b64"].get<std::string>());
    const auto signature = base64_decode(vector["sig_b64"].get<std::string>());
    REQUIRE(body);
    REQUIRE(signature);
    const std::string message = pae(vector["payloadType"].get<std::string>(), *body);
    CHECK(key.verifies(message, *signature));
    for (std::size_t at = 0; at < signature->size(); ++at) {
      std::string changed = *signature;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      CHECK_FALSE(key.verifies(message, changed));
    }
    CHECK_FALSE(key.verifies(message + " ", *signature));
    CHECK_FALSE(key.verifies(message, *signature + '\0'));
    CHECK_FALSE(key.verifies(message, ""));
  }
}

TEST_CASE("an ECDSA signature is DER: the raw form of the DSSE specification is refused") {
  const auto vector = test_vectors()["dsse-spec-p256"];
  const PublicKey key = key_of(vector);
  const std::string message =
      pae(vector["payloadType"].get<std::string>(), vector["payload"].get<std::string>());
  CHECK(message == vector["pae"]);
  const auto der = base64_decode(vector["sig_der_b64"].get<std::string>());
  const auto raw = base64_decode(vector["sig_raw_b64"].get<std::string>());
  REQUIRE(der);
  REQUIRE(raw);
  CHECK(raw->size() == 64);
  CHECK(key.verifies(message, *der));
  CHECK_FALSE(key.verifies(message, *raw));
  CHECK_FALSE(key.verifies(message, *der + '\0'));  // bytes after the DER
  // r = s = 0, which a verifier without range checks accepts for any message
  CHECK_FALSE(key.verifies(message, std::string("\x30\x06\x02\x01\x00\x02\x01\x00", 8)));
}

TEST_CASE("other kinds of keys are refused by name") {
  struct Row {
    std::string der;
    const char* message;
  };
  const Row rows[] = {
      {der_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048})), "(RSA, 2048 bits)"},
      {der_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384")), "(EC, 384 bits)"},
      {der_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "secp256k1")), "(EC, 256 bits)"},
      {der_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED448")), "(ED448, 456 bits)"},
      {der_of(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519")), "(X25519, 253 bits)"},
      {compressed_p256(), "(EC, 256 bits)"},
      {explicit_p256(), "(EC, 256 bits)"},
      {"", "holds no public key"},
      {"\x30\x03\x02\x01\x01", "holds no public key"},
  };
  for (const Row& row : rows) {
    const auto key = PublicKey::from_der(row.der);
    REQUIRE_FALSE(key);
    CHECK(key.refusal().code == RefusalCode::key);
    CHECK_THAT(key.refusal().message, Catch::Contains(row.message));
  }
  const auto block = read_pem(test_vectors()["ed25519-utf8"]["pub"].get<std::string>());
  REQUIRE(block);
  CHECK_FALSE(PublicKey::from_der(std::string(view(block->content)) + '\0'));
  CHECK(PublicKey::from_pem(write_pem("CERTIFICATE", view(block->content))).refusal().message ==
        "is not a PUBLIC KEY in PEM form");
}

TEST_CASE("a P-256 point that is not on the curve is refused") {
  auto block = read_pem(test_vectors()["dsse-spec-p256"]["pub"].get<std::string>());
  REQUIRE(block);
  block->content.back() = static_cast<char>(block->content.back() ^ 1);
  CHECK_FALSE(PublicKey::from_der(view(block->content)));
}

TEST_CASE("a public key is read from its file") {
  const TestDirectory directory;
  const auto path = directory.path() / "key.pub.pem";
  const auto pem = test_vectors()["ed25519-utf8"]["pub"].get<std::string>();
  write_bytes(path, pem);
  REQUIRE(PublicKey::from_file(path));
  CHECK(PublicKey::from_file(path)->pem() == pem);
  write_bytes(path, pem + pem);
  CHECK(PublicKey::from_file(path).refusal().file == path.native());
  write_bytes(path, std::string(65537, '\n'));
  CHECK(PublicKey::from_file(path).refusal().code == RefusalCode::size);
  CHECK(PublicKey::from_file(directory.path() / "none").refusal().code == RefusalCode::file);
}

}  // namespace keur
