// SPDX-License-Identifier: Apache-2.0
// The one JSON reader for what a stranger may have written. Two readers that disagree about a
// document are an attack: one checks, the other acts. So everything readers disagree about is
// refused: byte order marks, bytes after the end, NUL, keys that are equal once unescaped, numbers
// that a double does not hold.
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "harness/seal/refusal.h"

namespace keur {

struct JsonLimits {
  std::size_t bytes = std::size_t{8} << 20;
  std::size_t depth = 32;  // open arrays and objects
};

// 2^53 - 1: above it neighbouring integers are one double.
inline constexpr std::int64_t largest_json_integer = 9007199254740991;

// The members keep their order. E_JSON, or E_SIZE, with the offset (from 0) of the byte at which
// the document became unacceptable in the message, and no file name: the caller knows it.
// Cost: linear; no recursion, so no input exhausts the stack.
Checked<nlohmann::ordered_json> read_strict_json(std::string_view bytes, JsonLimits limits = {});

}  // namespace keur
