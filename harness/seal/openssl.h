// SPDX-License-Identifier: Apache-2.0
// The few lines every file that calls OpenSSL needs.
#pragma once
#include <openssl/err.h>

#include <stdexcept>

namespace keur {

// For calls that only fail when memory is gone or the library is broken.
inline void require_openssl(bool succeeded) {
  if (succeeded) return;
  ERR_clear_error();
  throw std::runtime_error("OpenSSL failed where it cannot fail on any input");
}

// OpenSSL leaves its errors in a queue of the thread, where a later caller would find them. For
// calls that may fail on what a stranger sent.
inline bool openssl_accepts(bool succeeded) {
  if (!succeeded) ERR_clear_error();
  return succeeded;
}

inline unsigned char* as_unsigned(char* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
inline const unsigned char* as_unsigned(const char* bytes) {
  return reinterpret_cast<const unsigned char*>(bytes);
}

}  // namespace keur
