// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/dsse.h"

#include "harness/seal/base64.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace {

constexpr std::string_view type = "application/vnd.in-toto+json";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != text.npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("the pre-authentication encoding counts bytes, not characters") {
  // The example of the DSSE protocol, section "Signature Definition".
  CHECK(pae("http://example.com/HelloWorld", "hello world") ==
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  CHECK(pae("", "") == "DSSEv1 0  0 ");
  const auto vectors = test_vectors();
  for (const char* name : {"ed25519-empty-object", "ed25519-utf8", "ed25519-min-statement"}) {
    const auto body = base64_decode(vectors[name]["payload_b64"].get<std::string>());
    REQUIRE(body);
    const std::string bytes = pae(type, *body);
    CHECK(bytes.size() == vectors[name]["pae_len"]);
    CHECK(sha256_hex(bytes) == vectors[name]["pae_sha256"]);
  }
}

TEST_CASE("an envelope is one line whose every byte is known") {
  const auto vector = test_vectors()["ed25519-empty-object"];
  const std::string text = to_json(sign_envelope(type, "{}", test_key()));
  CHECK(text ==
        "{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\","
        "\"signatures\":[{\"keyid\":\"" +
            vector["keyid"].get<std::string>() + "\",\"sig\":\"" +
            vector["sig_b64"].get<std::string>() + "\"}]}\n");
  const auto envelope = parse_envelope(text, type);
  REQUIRE(envelope);
  CHECK(envelope->payload == "{}");
  CHECK(envelope->payload_type == type);
  REQUIRE(envelope->signatures.size() == 1);
  CHECK(envelope->signatures[0].key_id == vector["keyid"]);
  CHECK(to_json(*envelope) == text);
}

TEST_CASE("an envelope keeps the members of a signature that it does not know") {
  const std::string text = replaced(to_json(sign_envelope(type, "{}", test_key())), "\"}]}",
                                    "\",\"timestamps\":[{\"type\":\"tsp\",\"data\":\"AAAA\"}]}]}");
  const auto envelope = parse_envelope(text, type);
  REQUIRE(envelope);
  CHECK(envelope->signatures[0].others.dump() ==
        "{\"timestamps\":[{\"type\":\"tsp\",\"data\":\"AAAA\"}]}");
  CHECK(to_json(*envelope) == text);
}

TEST_CASE("an envelope that is not exactly one is refused") {
  const std::string good = to_json(sign_envelope(type, "{}", test_key()));
  const std::string bare = good.substr(0, good.size() - 1);
  const std::string one = "{\"sig\":\"AAAA\"}";
  const auto with_signatures = [&](const std::string& list) {
    return replaced(good, good.substr(good.find("[{"), good.rfind("}") - good.find("[{")), list);
  };
  const auto times = [&](int count) {
    std::string list = "[" + one;
    for (int more = 1; more < count; ++more) list += "," + one;
    return list + "]";
  };
  REQUIRE(parse_envelope(with_signatures(times(16)), type));

  struct Row {
    std::string text;
    RefusalCode code;
    const char* message;
  };
  using Code = RefusalCode;
  const Row rows[] = {
      // Not signed, so not free to vary.
      {bare, Code::envelope, "compact"},
      {good + "\n", Code::envelope, "compact"},
      {" " + good, Code::envelope, "compact"},
      {bare + "\r\n", Code::envelope, "compact"},
      {replaced(good, ",\"sig\"", ", \"sig\""), Code::envelope, "compact"},
      {replaced(good, "\"sig\"", "\"\\u0073ig\""), Code::envelope, "compact"},
      {replaced(good, "application/", "application\\/"), Code::envelope, "compact"},
      {good + good, Code::json, "syntax"},
      {"\xEF\xBB\xBF" + good, Code::json, "byte order mark"},
      {replaced(good, "{\"payload\"", "{\"payload\":\"e30=\",\"payload\""), Code::json, "payload"},
      {"", Code::json, "syntax"},
      {"[]\n", Code::envelope, "not an object"},
      {"{}\n", Code::envelope, "no payload"},
      {replaced(good, "\"payload\"", "\"payloae\""), Code::envelope, "no payload"},
      {replaced(good, "\"e30=\"", "1"), Code::envelope, "no payload"},
      {replaced(good, "e30=", "e31="), Code::envelope, "canonical base64"},
      {replaced(good, "e30=", "e30"), Code::envelope, "canonical base64"},
      {replaced(good, "in-toto+json", "in-toto.test-result+json"), Code::type, "test-result"},
      {replaced(good, "in-toto+json", "in-toto+json\\u001b"), Code::type, "\\x1B"},
      {replaced(good, "signatures", "signaturez"), Code::envelope, "no list of signatures"},
      {with_signatures("{}"), Code::envelope, "no list of signatures"},
      {with_signatures("[]"), Code::envelope, "has 0 signatures"},
      {with_signatures(times(17)), Code::envelope, "has 17 signatures"},
      {with_signatures("[1]"), Code::envelope, "not an object"},
      {with_signatures("[{}]"), Code::envelope, "without sig"},
      {with_signatures("[{\"sig\":\"\"}]"), Code::envelope, "base64"},
      {with_signatures("[{\"sig\":\"AA=\"}]"), Code::envelope, "base64"},
      {with_signatures("[{\"sig\":\"AAAA\",\"keyid\":7}]"), Code::envelope, "keyid"},
      {with_signatures("[{\"keyid\":\"k\",\"sig\":\"AAAA\"},{\"keyid\":\"k\",\"sig\":\"AAAB\"}]"),
       Code::envelope, "two signatures of k"},
      {std::string(largest_envelope + 1, ' '), Code::size, "larger"},
  };
  for (const Row& row : rows) {
    INFO(row.text.substr(0, 400));
    const auto envelope = parse_envelope(row.text, type);
    REQUIRE_FALSE(envelope);
    CHECK(name_of(envelope.refusal().code) == name_of(row.code));
    CHECK_THAT(envelope.refusal().message, Catch::Contains(row.message));
  }
}

}  // namespace keur
