// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/sigstore_bundle.h"

#include "harness/seal/base64.h"

namespace keur {

std::string sigstore_bundle(const Envelope& envelope, const EnvelopeSignature& signature,
                            std::optional<std::string_view> time_stamp) {
  using Json = nlohmann::ordered_json;
  Json material = {{"publicKey", {{"hint", signature.key_id}}}, {"tlogEntries", Json::array()}};
  if (time_stamp) {
    const Json entry = {{"signedTimestamp", base64_encode(*time_stamp)}};
    material["timestampVerificationData"]["rfc3161Timestamps"] = Json::array({entry});
  }
  const Json bare = {{"keyid", signature.key_id}, {"sig", base64_encode(signature.bytes)}};
  const Json bundle = {{"mediaType", "application/vnd.dev.sigstore.bundle.v0.3+json"},
                       {"verificationMaterial", std::move(material)},
                       {"dsseEnvelope",
                        {{"payload", base64_encode(envelope.payload)},
                         {"payloadType", envelope.payload_type},
                         {"signatures", Json::array({bare})}}}};
  return bundle.dump() + "\n";
}

}  // namespace keur
