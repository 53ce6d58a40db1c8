// SPDX-License-Identifier: Apache-2.0
// A key that checks signatures: Ed25519 (RFC 8032) or ECDSA on P-256 with SHA-256 (FIPS 186-5).
// Keys on which a signature proves nothing are refused when they are read, not when they are used.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "harness/seal/refusal.h"

struct evp_pkey_st;

namespace keur {

inline constexpr std::uint64_t largest_key_file = std::uint64_t{64} << 10;

enum class KeyAlgorithm { ed25519, ecdsa_p256 };

std::string_view name_of(KeyAlgorithm algorithm);  // ed25519, ecdsa-p256

class PublicKey {
 public:
  // From SubjectPublicKeyInfo, the "PUBLIC KEY" of openssl pkey -pubout. E_KEY, without a file
  // name, for any other kind of key, for another curve, for a compressed point, and for the
  // Ed25519 points of small order: under those one signature fits many messages.
  static Checked<PublicKey> from_pem(std::string_view pem);
  static Checked<PublicKey> from_der(std::string_view der);
  static Checked<PublicKey> from_file(const std::filesystem::path& path);

  KeyAlgorithm algorithm() const { return algorithm_; }
  const std::string& key_id() const { return key_id_; }
  std::string pem() const;

  // Signatures are 64 raw bytes (Ed25519) or ASN.1 DER (ECDSA); nothing else is accepted.
  bool verifies(std::string_view bytes, std::string_view signature) const;

 private:
  PublicKey(KeyAlgorithm algorithm, std::string der, std::shared_ptr<evp_pkey_st> key);

  KeyAlgorithm algorithm_;
  std::string der_;
  std::string key_id_;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace keur
