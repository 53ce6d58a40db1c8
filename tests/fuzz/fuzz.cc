// SPDX-License-Identifier: Apache-2.0
// One program for all targets: libFuzzer's, where the compiler has it (-fsanitize=fuzzer).
//   fuzz --target=NAME [LIBFUZZER-OPTION...] FOLDER...
#include <cstdint>
#include <cstring>

#include "tests/fuzz/target.h"

namespace {
const keur::Target* chosen = nullptr;
}

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments);
extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  // libFuzzer leaves options with two dashes to us.
  for (int i = 1; i < *count; ++i)
    for (const keur::Target* target : keur::all_targets())
      if ((*arguments)[i] == "--target=" + std::string(target->name)) chosen = target;
  if (!chosen) {
    std::fprintf(stderr, "usage: fuzz --target=NAME ..., where NAME is one of\n");
    for (const keur::Target* target : keur::all_targets())
      std::fprintf(stderr, "  %s\n", std::string(target->name).c_str());
    std::exit(2);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
