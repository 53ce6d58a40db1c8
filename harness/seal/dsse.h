// SPDX-License-Identifier: Apache-2.0
// DSSE v1 (Dead Simple Signing Envelope, protocol 1.0.2): bytes, what kind of bytes they are, and
// signatures over both. The payload is never parsed and written again on its way to a signature.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "harness/seal/private_key.h"
#include "harness/seal/refusal.h"

namespace keur {

// Pre-authentication encoding, the bytes that are signed: "DSSEv1" SP LEN(type) SP type SP
// LEN(body) SP body, LEN in decimal. The lengths keep type and body apart.
std::string pae(std::string_view type, std::string_view body);

struct EnvelopeSignature {
  std::string key_id;  // as claimed; empty when the envelope names none
  std::string bytes;
  nlohmann::ordered_json others = nlohmann::ordered_json::object();  // members not known here
};

struct Envelope {
  std::string payload;  // decoded
  std::string payload_type;
  std::vector<EnvelopeSignature> signatures;
};

inline constexpr std::size_t largest_envelope = std::size_t{8} << 20;
inline constexpr std::size_t most_signatures = 16;

Envelope sign_envelope(std::string_view payload_type, std::string_view payload,
                       const PrivateKey& key);

// One line: {"payload":..,"payloadType":..,"signatures":[{"keyid":..,"sig":..}]} and a line feed.
std::string to_json(const Envelope& envelope);

// Strict: the JSON of strict_json.h in its compact form (written again in the same order it gives
// the same bytes), canonical base64, 1 to 16 signatures, no key id twice. Unknown members are
// allowed, as DSSE asks. E_JSON, E_SIZE, E_ENVELOPE, or E_TYPE when the payload type is another.
// No signature has been checked when this returns.
Checked<Envelope> parse_envelope(std::string_view bytes, std::string_view payload_type);

}  // namespace keur
