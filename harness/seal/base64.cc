// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/base64.h"

#include <openssl/evp.h>

#include <climits>

#include "harness/seal/openssl.h"

namespace keur {
namespace {

// EVP_EncodeBlock and EVP_DecodeBlock count in int; whole groups of 3 bytes and 4 characters can
// be converted piece by piece.
constexpr std::size_t piece = 3 << 20;

}  // namespace

std::string base64_encode(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // one more for OpenSSL's closing NUL
  std::size_t written = 0;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    const std::string_view part = bytes.substr(at, piece);
    written += static_cast<std::size_t>(EVP_EncodeBlock(as_unsigned(text.data() + written),
                                                        as_unsigned(part.data()),
                                                        static_cast<int>(part.size())));
  }
  text.resize(written);
  return text;
}

std::optional<std::string> base64_decode(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size(); at += piece / 3 * 4) {
    const std::string_view part = text.substr(at, piece / 3 * 4);
    const int count = EVP_DecodeBlock(as_unsigned(bytes.data() + written), as_unsigned(part.data()),
                                      static_cast<int>(part.size()));
    if (!openssl_accepts(count >= 0)) return std::nullopt;
    written += static_cast<std::size_t>(count);
  }
  // OpenSSL decodes the padding to zero bytes.
  const std::size_t last = text.find_last_not_of('=');
  const std::size_t padding = last == text.npos ? text.size() : text.size() - 1 - last;
  if (padding > 2) return std::nullopt;
  bytes.resize(written - padding);
  // OpenSSL skips white space at both ends and ignores bits behind the end.
  if (base64_encode(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace keur
