// SPDX-License-Identifier: Apache-2.0
// Sigstore bundle v0.3: the envelope again, with one of its signatures, in the shape that cosign
// and sigstore-go read. Wholly derived, so it is checked by deriving it once more.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "harness/seal/dsse.h"

namespace keur {

// One line and a line feed. `time_stamp` is an RFC 3161 response over the bytes of the signature.
// Members of the signature that are unknown here are left out: sigstore-go refuses them.
std::string sigstore_bundle(const Envelope& envelope, const EnvelopeSignature& signature,
                            std::optional<std::string_view> time_stamp);

}  // namespace keur
