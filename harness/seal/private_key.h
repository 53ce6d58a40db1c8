// SPDX-License-Identifier: Apache-2.0
// A key that signs. Its bytes leave memory only through pem(), which is for key files alone.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "harness/seal/public_key.h"
#include "harness/seal/secret.h"

namespace keur {

class PrivateKey {
 public:
  static PrivateKey generate(KeyAlgorithm algorithm);

  // From unencrypted PKCS#8, the "PRIVATE KEY" of openssl genpkey. E_KEY, without a file name, for
  // anything else; an encrypted key and the older EC form are named as such. Also refused: a key
  // whose signatures its own public half does not verify.
  static Checked<PrivateKey> from_pem(std::string_view pem);

  const PublicKey& public_key() const { return public_key_; }
  Secret pem() const;

  // 64 raw bytes (Ed25519, always the same for the same bytes) or ASN.1 DER (ECDSA, different each
  // time). Every signature is verified before it is returned, so a computing fault neither spreads
  // nor gives the key away.
  std::string sign(std::string_view bytes) const;

 private:
  PrivateKey(PublicKey public_key, std::shared_ptr<evp_pkey_st> key)
      : public_key_(std::move(public_key)), key_(std::move(key)) {}

  static Checked<PrivateKey> adopt(std::shared_ptr<evp_pkey_st> key);

  PublicKey public_key_;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace keur
