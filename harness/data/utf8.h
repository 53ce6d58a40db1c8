// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace keur {

// The first byte that is not part of valid UTF-8 (no surrogates, nothing above U+10FFFF, shortest
// form only); nullopt when all of it is.
std::optional<std::size_t> invalid_utf8_at(std::string_view bytes);

}  // namespace keur
