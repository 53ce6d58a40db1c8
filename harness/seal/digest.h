// SPDX-License-Identifier: Apache-2.0
// SHA-256 of what is being read, while it is being read. Digests are written as 64 lower-case hex
// digits everywhere: cosign compares them as strings.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "harness/seal/refusal.h"

struct evp_md_ctx_st;

namespace keur {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(const void* data, std::size_t size);
  void update(std::string_view bytes) { update(bytes.data(), bytes.size()); }

  // Of everything so far; more may follow.
  std::string hex() const;
  std::string bytes() const;  // the same as 32 raw bytes

 private:
  struct Free {
    void operator()(evp_md_ctx_st*) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

std::string sha256_hex(std::string_view bytes);
std::string sha256_bytes(std::string_view bytes);

// Of a regular file of any size; links are followed, since a user named this path. Refused with
// E_FILE when it cannot be read. Cost: one pass; 30 MB take 60 ms on a core with SHA instructions.
Checked<std::string> sha256_file(const std::filesystem::path& path);

// True for exactly 64 digits of 0-9a-f.
bool is_sha256_hex(std::string_view text);

}  // namespace keur
