// SPDX-License-Identifier: Apache-2.0
// Ed25519 keys A with 8A = 0. Under such a key one signature fits many messages, under the neutral
// point every message, and OpenSSL, like most libraries, verifies it.
#pragma once
#include <string_view>

namespace keur {

// `point`: the 32 bytes of an Ed25519 public key. Also true for a y that is not below 2^255 - 19:
// RFC 8032 section 5.1.3 does not decode it, OpenSSL does, so it is a second name for another key.
bool is_small_order_or_not_canonical(std::string_view point);

}  // namespace keur
