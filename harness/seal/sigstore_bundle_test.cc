// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/sigstore_bundle.h"

#include "harness/seal/test_package.h"

namespace keur {

TEST_CASE("a bundle is the envelope with one signature, and its time stamp if there is one") {
  Envelope envelope = sign_envelope("application/vnd.in-toto+json", "{}", test_key());
  envelope.signatures[0].others["certificate"] = "left out";
  const std::string key_id = envelope.signatures[0].key_id;
  const std::string sig = test_vectors()["ed25519-empty-object"]["sig_b64"].get<std::string>();
  const std::string head =
      "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\","
      "\"verificationMaterial\":{\"publicKey\":{\"hint\":\"" +
      key_id + "\"},\"tlogEntries\":[]";
  const std::string tail =
      "},\"dsseEnvelope\":{\"payload\":\"e30=\","
      "\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"" +
      key_id + "\",\"sig\":\"" + sig + "\"}]}}\n";
  CHECK(sigstore_bundle(envelope, envelope.signatures[0], std::nullopt) == head + tail);
  CHECK(sigstore_bundle(envelope, envelope.signatures[0], "foo") ==
        head +
            ",\"timestampVerificationData\":{\"rfc3161Timestamps\":[{\"signedTimestamp\":"
            "\"Zm9v\"}]}" +
            tail);
}

}  // namespace keur
