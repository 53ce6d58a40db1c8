// SPDX-License-Identifier: Apache-2.0
// Bytes of a private key. Overwritten before the memory is given back, also when they grow.
#pragma once
#include <openssl/crypto.h>

#include <memory>
#include <string_view>
#include <vector>

namespace keur {

template <typename T>
struct CleansingAllocator {
  using value_type = T;
  CleansingAllocator() = default;
  template <typename Other>
  CleansingAllocator(const CleansingAllocator<Other>&) {}

  T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
  void deallocate(T* memory, std::size_t count) {
    OPENSSL_cleanse(memory, count * sizeof(T));
    std::allocator<T>().deallocate(memory, count);
  }
  bool operator==(const CleansingAllocator&) const { return true; }
};

// A vector, not a string: a short string lives inside the object, where no allocator sees it.
using Secret = std::vector<char, CleansingAllocator<char>>;

inline std::string_view view(const Secret& secret) { return {secret.data(), secret.size()}; }

}  // namespace keur
