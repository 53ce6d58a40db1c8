// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/dsse.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

#include "harness/seal/base64.h"
#include "harness/seal/escape.h"
#include "harness/seal/strict_json.h"

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

Refusal refuse(std::string message) { return {RefusalCode::envelope, "", std::move(message)}; }

const std::string* find_string(const Json& object, const char* name) {
  const auto member = object.find(name);
  return member == object.end() ? nullptr : member->get_ptr<const std::string*>();
}

Checked<EnvelopeSignature> parse_signature(const Json& json) {
  if (!json.is_object()) return refuse("has a signature that is not an object");
  const std::string* text = find_string(json, "sig");
  if (!text) return refuse("has a signature without sig");
  auto bytes = base64_decode(*text);
  if (!bytes || bytes->empty()) return refuse("has a sig that is not canonical base64");
  EnvelopeSignature signature;
  signature.bytes = std::move(*bytes);
  if (json.contains("keyid")) {
    const std::string* key_id = find_string(json, "keyid");
    if (!key_id) return refuse("has a keyid that is not a string");
    signature.key_id = *key_id;
  }
  // Erased from a copy: adding members one by one would search all earlier ones for each.
  signature.others = json;
  signature.others.erase("keyid");
  signature.others.erase("sig");
  return signature;
}

Checked<std::vector<EnvelopeSignature>> parse_signatures(const Json& envelope) {
  const auto list = envelope.find("signatures");
  if (list == envelope.end() || !list->is_array()) return refuse("has no list of signatures");
  if (list->empty() || list->size() > most_signatures)
    return refuse(fmt::format("has {} signatures, not 1 to {}", list->size(), most_signatures));
  std::vector<EnvelopeSignature> signatures;
  std::set<std::string> key_ids;
  for (const Json& json : *list) {
    auto signature = parse_signature(json);
    if (!signature) return signature.refusal();
    if (!signature->key_id.empty() && !key_ids.insert(signature->key_id).second)
      return refuse("has two signatures of " + escape_untrusted(signature->key_id));
    signatures.push_back(std::move(*signature));
  }
  return signatures;
}

}  // namespace

std::string pae(std::string_view type, std::string_view body) {
  // Appended, not formatted: the body may be large.
  std::string bytes = fmt::format("DSSEv1 {} {} {} ", type.size(), type, body.size());
  return bytes.append(body);
}

Envelope sign_envelope(std::string_view payload_type, std::string_view payload,
                       const PrivateKey& key) {
  Envelope envelope{std::string(payload), std::string(payload_type), {}};
  envelope.signatures.push_back({key.public_key().key_id(), key.sign(pae(payload_type, payload))});
  return envelope;
}

std::string to_json(const Envelope& envelope) {
  Json signatures = Json::array();
  for (const EnvelopeSignature& signature : envelope.signatures) {
    Json object = {{"keyid", signature.key_id}, {"sig", base64_encode(signature.bytes)}};
    object.update(signature.others);
    signatures.push_back(std::move(object));
  }
  const Json json = {{"payload", base64_encode(envelope.payload)},
                     {"payloadType", envelope.payload_type},
                     {"signatures", std::move(signatures)}};
  return json.dump() + "\n";
}

Checked<Envelope> parse_envelope(std::string_view bytes, std::string_view payload_type) {
  const auto json = read_strict_json(bytes, {.bytes = largest_envelope});
  if (!json) return json.refusal();
  if (!json->is_object()) return refuse("is not an object");
  // Outside the payload nothing is signed, so nothing may vary: not even white space.
  if (json->dump() + "\n" != bytes) return refuse("is not written on one line in compact form");

  const std::string* payload = find_string(*json, "payload");
  const std::string* type = find_string(*json, "payloadType");
  if (!payload || !type) return refuse("has no payload or no payloadType");
  if (*type != payload_type)
    return Refusal{RefusalCode::type, "", "has a payload of type " + escape_untrusted(*type)};
  auto decoded = base64_decode(*payload);
  if (!decoded) return refuse("has a payload that is not canonical base64");
  auto signatures = parse_signatures(*json);
  if (!signatures) return signatures.refusal();
  return Envelope{std::move(*decoded), *type, std::move(*signatures)};
}

}  // namespace keur
