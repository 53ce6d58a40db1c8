// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/public_key.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "harness/seal/base64.h"
#include "harness/seal/digest.h"
#include "harness/seal/files.h"
#include "harness/seal/openssl.h"
#include "harness/seal/pem.h"
#include "harness/seal/small_order.h"

namespace keur {
namespace {

using namespace std::string_view_literals;

// SubjectPublicKeyInfo of the two kinds of key is a constant followed by the point; comparing the
// constant leaves no room for explicit curve parameters or other spellings of the same key.
struct Kind {
  KeyAlgorithm algorithm;
  std::string_view prefix;
  std::size_t size;  // of the whole
};
constexpr Kind kinds[] = {
    // RFC 8410 section 4: SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING of 32 bytes }
    {KeyAlgorithm::ed25519, "\x30\x2A\x30\x05\x06\x03\x2B\x65\x70\x03\x21\x00"sv, 12 + 32},
    // RFC 5480 section 2: id-ecPublicKey, prime256v1, BIT STRING of 04 and two coordinates
    {KeyAlgorithm::ecdsa_p256,
     "\x30\x59\x30\x13\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01\x06\x08\x2A\x86\x48\xCE\x3D\x03\x01"
     "\x07\x03\x42\x00\x04"sv,
     27 + 64},
};

const Kind* kind_of(std::string_view der) {
  for (const Kind& kind : kinds)
    if (der.size() == kind.size && der.starts_with(kind.prefix)) return &kind;
  return nullptr;
}

// The point itself: 32 bytes for Ed25519, 04 and 64 bytes for P-256.
std::string_view point_of(std::string_view der, KeyAlgorithm algorithm) {
  return der.substr(der.size() - (algorithm == KeyAlgorithm::ed25519 ? 32 : 65));
}

// A string of the SSH wire format: RFC 4251 section 5.
std::string ssh_string(std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::string wire;
  for (int shift = 24; shift >= 0; shift -= 8) wire += static_cast<char>((size >> shift) & 0xFF);
  return wire.append(bytes);
}

// What ssh-keygen -l prints for this key (RFC 8709 section 4, RFC 5656 section 3.1): the one key
// id that every DSSE verifier either computes itself or takes as it is.
std::string key_id_of(std::string_view der, KeyAlgorithm algorithm) {
  const std::string_view point = point_of(der, algorithm);
  const std::string wire =
      algorithm == KeyAlgorithm::ed25519
          ? ssh_string("ssh-ed25519") + ssh_string(point)
          : ssh_string("ecdsa-sha2-nistp256") + ssh_string("nistp256") + ssh_string(point);
  std::string text = base64_encode(sha256_bytes(wire));
  text.erase(text.find('='));
  return "SHA256:" + text;
}

Refusal refuse(std::string message) { return {RefusalCode::key, "", std::move(message)}; }

}  // namespace

std::string_view name_of(KeyAlgorithm algorithm) {
  return algorithm == KeyAlgorithm::ed25519 ? "ed25519" : "ecdsa-p256";
}

PublicKey::PublicKey(KeyAlgorithm algorithm, std::string der, std::shared_ptr<EVP_PKEY> key)
    : algorithm_(algorithm),
      der_(std::move(der)),
      key_id_(key_id_of(der_, algorithm)),
      key_(std::move(key)) {}

Checked<PublicKey> PublicKey::from_der(std::string_view der) {
  const unsigned char* at = as_unsigned(der.data());
  const std::shared_ptr<EVP_PKEY> key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())),
                                      EVP_PKEY_free);
  const bool whole = at == as_unsigned(der.data()) + der.size();
  if (!openssl_accepts(key && whole)) return refuse("holds no public key");
  const Kind* kind = kind_of(der);
  if (!kind) {
    const char* name = EVP_PKEY_get0_type_name(key.get());
    return refuse(
        fmt::format("holds a key of another kind ({}, {} bits): only Ed25519 and ECDSA "
                    "on P-256 with an uncompressed point are accepted",
                    name ? name : "unnamed", EVP_PKEY_get_bits(key.get())));
  }
  if (kind->algorithm == KeyAlgorithm::ed25519 &&
      is_small_order_or_not_canonical(point_of(der, kind->algorithm)))
    return refuse(
        "holds an Ed25519 key under which signatures prove nothing (a point of small order)");
  return PublicKey(kind->algorithm, std::string(der), key);
}

Checked<PublicKey> PublicKey::from_pem(std::string_view pem) {
  const auto block = read_pem(pem);
  if (!block) return block.refusal();
  if (block->label != "PUBLIC KEY") return refuse("is not a PUBLIC KEY in PEM form");
  return from_der(view(block->content));
}

Checked<PublicKey> PublicKey::from_file(const std::filesystem::path& path) {
  const auto file = open_file(path);
  if (!file) return file.refusal();
  const auto pem = read_whole(*file, largest_key_file);
  if (!pem) return pem.refusal();
  auto key = from_pem(*pem);
  if (!key) return Refusal{RefusalCode::key, file->name, key.refusal().message};
  return key;
}

std::string PublicKey::pem() const { return write_pem("PUBLIC KEY", der_); }

bool PublicKey::verifies(std::string_view bytes, std::string_view signature) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  const EVP_MD* digest = algorithm_ == KeyAlgorithm::ed25519 ? nullptr : EVP_sha256();
  require_openssl(context &&
                  EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key_.get()) == 1);
  return openssl_accepts(EVP_DigestVerify(context.get(), as_unsigned(signature.data()),
                                          signature.size(), as_unsigned(bytes.data()),
                                          bytes.size()) == 1);
}

}  // namespace keur
