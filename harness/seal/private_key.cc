// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/private_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <optional>

#include "harness/seal/openssl.h"
#include "harness/seal/pem.h"

namespace keur {
namespace {

Refusal refuse(std::string message) { return {RefusalCode::key, "", std::move(message)}; }

std::string public_half(EVP_PKEY* key) {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key, &der);
  require_openssl(size > 0);
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

// nullopt when OpenSSL does not sign with this key or the public key does not verify the result.
std::optional<std::string> sign_and_verify(EVP_PKEY* key, const PublicKey& public_key,
                                           std::string_view bytes) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  const bool hashes_itself = public_key.algorithm() == KeyAlgorithm::ed25519;
  const EVP_MD* digest = hashes_itself ? nullptr : EVP_sha256();
  std::string signature(128, '\0');  // an ECDSA signature on P-256 has at most 72 bytes
  std::size_t size = signature.size();
  const bool signed_it = context &&
                         EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
                         EVP_DigestSign(context.get(), as_unsigned(signature.data()), &size,
                                        as_unsigned(bytes.data()), bytes.size()) == 1;
  if (!openssl_accepts(signed_it)) return std::nullopt;
  signature.resize(size);
  if (!public_key.verifies(bytes, signature)) return std::nullopt;
  return signature;
}

}  // namespace

PrivateKey PrivateKey::generate(KeyAlgorithm algorithm) {
  auto key = adopt({algorithm == KeyAlgorithm::ed25519
                        ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                        : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"),
                    EVP_PKEY_free});
  require_openssl(static_cast<bool>(key));
  return std::move(*key);
}

Checked<PrivateKey> PrivateKey::from_pem(std::string_view pem) {
  const auto block = read_pem(pem);
  if (!block) return block.refusal();
  if (block->label == "ENCRYPTED PRIVATE KEY")
    return refuse(
        "is encrypted; only unencrypted PKCS#8 keys are read. "
        "openssl pkey -in FILE -out NEWFILE decrypts it");
  if (block->label == "EC PRIVATE KEY" || block->label == "RSA PRIVATE KEY")
    return refuse(
        "is a key in its older form, not PKCS#8. "
        "openssl pkcs8 -topk8 -nocrypt -in FILE -out NEWFILE converts it");
  if (block->label != "PRIVATE KEY") return refuse("is not a PRIVATE KEY in PEM form");

  const unsigned char* at = as_unsigned(block->content.data());
  const unsigned char* const end = at + block->content.size();
  const std::unique_ptr<PKCS8_PRIV_KEY_INFO, decltype(&PKCS8_PRIV_KEY_INFO_free)> info(
      d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, end - at), PKCS8_PRIV_KEY_INFO_free);
  if (!openssl_accepts(info && at == end)) return refuse("holds no private key");
  return adopt({EVP_PKCS82PKEY(info.get()), EVP_PKEY_free});
}

Checked<PrivateKey> PrivateKey::adopt(std::shared_ptr<EVP_PKEY> key) {
  if (!openssl_accepts(key != nullptr)) return refuse("holds no private key");
  auto public_key = PublicKey::from_der(public_half(key.get()));
  if (!public_key) return public_key.refusal();
  if (!sign_and_verify(key.get(), *public_key, "do the two halves belong together?"))
    return refuse("holds a private and a public key that do not belong together");
  return PrivateKey(std::move(*public_key), std::move(key));
}

Secret PrivateKey::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> output(BIO_new(BIO_s_secmem()), BIO_free);
  require_openssl(output && PEM_write_bio_PKCS8PrivateKey(output.get(), key_.get(), nullptr,
                                                          nullptr, 0, nullptr, nullptr) == 1);
  char* text = nullptr;
  const long size = BIO_get_mem_data(output.get(), &text);
  return Secret(text, text + size);
}

std::string PrivateKey::sign(std::string_view bytes) const {
  auto signature = sign_and_verify(key_.get(), public_key_, bytes);
  require_openssl(signature.has_value());
  return std::move(*signature);
}

}  // namespace keur
