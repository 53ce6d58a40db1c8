// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <limits>

#include "harness/seal/files.h"
#include "harness/seal/openssl.h"

namespace keur {

void Sha256::Free::operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  require_openssl(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(const void* data, std::size_t size) {
  require_openssl(EVP_DigestUpdate(context_.get(), data, size) == 1);
}

std::string Sha256::bytes() const {
  // Finished on a copy, so that asking for a digest does not end the stream.
  const std::unique_ptr<EVP_MD_CTX, Free> copy(EVP_MD_CTX_new());
  std::string digest(32, '\0');
  require_openssl(copy && EVP_MD_CTX_copy_ex(copy.get(), context_.get()) == 1 &&
                  EVP_DigestFinal_ex(copy.get(), as_unsigned(digest.data()), nullptr) == 1);
  return digest;
}

std::string Sha256::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char character : bytes()) {
    const auto byte = static_cast<unsigned char>(character);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string sha256_bytes(std::string_view bytes) {
  Sha256 sha;
  sha.update(bytes);
  return sha.bytes();
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sha;
  sha.update(bytes);
  return sha.hex();
}

Checked<std::string> sha256_file(const std::filesystem::path& path) {
  auto file = open_file(path);
  if (!file) return file.refusal();
  return sha256_of(*file, std::numeric_limits<std::uint64_t>::max());
}

bool is_sha256_hex(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace keur
