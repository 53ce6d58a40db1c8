// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/pem.h"

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <climits>
#include <cstring>
#include <memory>

#include "harness/seal/base64.h"
#include "harness/seal/openssl.h"

namespace keur {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t first = text.find_first_not_of(white);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

bool is_one_block(std::string_view text) {
  constexpr std::string_view begin = "-----BEGIN ", end = "-----END ", dashes = "-----";
  const std::size_t last = text.rfind(end);
  return text.starts_with(begin) && text.find(begin, 1) == text.npos && last != text.npos &&
         text.find(end) == last && text.find(dashes, last + end.size()) == text.size() - 5;
}

// What PEM_read_bio_ex() allocates may be key material, and says so in its length only.
struct Parts {
  char* label = nullptr;
  char* header = nullptr;
  unsigned char* content = nullptr;
  long size = 0;
  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    for (char* text : {label, header})
      OPENSSL_secure_clear_free(text, text ? std::strlen(text) : 0);
    OPENSSL_secure_clear_free(content, static_cast<std::size_t>(size));
  }
};

}  // namespace

Checked<PemBlock> read_pem(std::string_view text) {
  text = trimmed(text);
  const Refusal refusal{RefusalCode::key, "", "is not one PEM block with nothing around it"};
  if (!is_one_block(text) || text.size() > INT_MAX) return refusal;
  const std::unique_ptr<BIO, decltype(&BIO_free)> input(
      BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free);
  require_openssl(input != nullptr);
  Parts parts;
  const int found = PEM_read_bio_ex(input.get(), &parts.label, &parts.header, &parts.content,
                                    &parts.size, PEM_FLAG_SECURE);
  if (!openssl_accepts(found == 1) || parts.header[0] != '\0') return refusal;
  const char* content = reinterpret_cast<const char*>(parts.content);
  return PemBlock{parts.label, Secret(content, content + parts.size)};
}

std::string write_pem(std::string_view label, std::string_view content) {
  constexpr std::size_t width = 64;  // RFC 7468 section 2
  const std::string text = base64_encode(content);
  std::string pem = "-----BEGIN " + std::string(label) + "-----\n";
  for (std::size_t at = 0; at < text.size(); at += width) pem += text.substr(at, width) + '\n';
  return pem + "-----END " + std::string(label) + "-----\n";
}

}  // namespace keur
