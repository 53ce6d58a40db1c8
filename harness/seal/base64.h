// SPDX-License-Identifier: Apache-2.0
// Base64 in its one canonical form: standard alphabet, padded, on one line (RFC 4648 section 4).
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace keur {

std::string base64_encode(std::string_view bytes);

// nullopt for anything that would not encode back to the same text: line breaks, the URL alphabet,
// missing or extra padding, set bits behind the end. Other readers accept some of these, and then
// two different envelopes would hold one payload.
std::optional<std::string> base64_decode(std::string_view text);

}  // namespace keur
