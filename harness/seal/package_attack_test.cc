// SPDX-License-Identifier: Apache-2.0
// Packages made to deceive: by a stranger, or by a holder of the key who signs what a careless
// verifier would accept.
#include <functional>

#include "harness/seal/base64.h"
#include "harness/seal/dsse.h"
#include "harness/seal/package.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

Json envelope_of(const fs::path& directory) {
  return Json::parse(read_bytes(directory / "report.dsse.json"));
}
void write_envelope(const fs::path& directory, const Json& envelope) {
  write_bytes(directory / "report.dsse.json", envelope.dump() + "\n");
}

std::string payload_of(const fs::path& directory) {
  const auto payload = base64_decode(envelope_of(directory)["payload"].get<std::string>());
  REQUIRE(payload);
  return *payload;
}

// Signs any bytes with the key of the package.
void sign_payload(const fs::path& directory, const std::string& payload,
                  std::string_view type = statement_payload_type) {
  write_bytes(directory / "report.dsse.json", to_json(sign_envelope(type, payload, test_key())));
}

}  // namespace

TEST_CASE("what a stranger does to the envelope is refused") {
  struct Row {
    const char* what;
    std::function<void(Json&)> change;
    RefusalCode code;
  };
  using Code = RefusalCode;
  const PrivateKey stranger = PrivateKey::generate(KeyAlgorithm::ed25519);
  const auto sign_again = [&](const Json& envelope, std::string_view payload) {
    return base64_encode(stranger.sign(pae(envelope["payloadType"].get<std::string>(), payload)));
  };
  const Row rows[] = {
      {"another payload", [](Json& e) { e["payload"] = base64_encode("{}"); }, Code::signature},
      {"another payload type", [](Json& e) { e["payloadType"] = "text/plain"; }, Code::type},
      {"signed by a stranger in the signer's name",
       [&](Json& e) {
         e["payload"] = base64_encode("{}");
         e["signatures"][0]["sig"] = sign_again(e, "{}");
       },
       Code::signature},
      {"a stranger's signature behind the wrong genuine one",
       [&](Json& e) {
         e["payload"] = base64_encode("{}");
         e["signatures"].push_back(
             {{"keyid", stranger.public_key().key_id()}, {"sig", sign_again(e, "{}")}});
       },
       Code::signature},
      {"the signature of the payload alone, without its type",
       [](Json& e) {
         const auto payload = base64_decode(e["payload"].get<std::string>());
         e["signatures"][0]["sig"] = base64_encode(test_key().sign(*payload));
       },
       Code::signature},
      {"a wrong signature in the signer's name behind the right one",
       [](Json& e) {
         e["signatures"].push_back(e["signatures"][0]);
         e["signatures"][1]["sig"] = base64_encode(std::string(64, '\0'));
       },
       Code::envelope},  // one key id twice
      {"the right signature in a stranger's name",
       [&](Json& e) { e["signatures"][0]["keyid"] = stranger.public_key().key_id(); },
       Code::signature},
      {"the right signature in nobody's name", [](Json& e) { e["signatures"][0].erase("keyid"); },
       Code::signature},
      {"no signature", [](Json& e) { e["signatures"] = Json::array(); }, Code::envelope},
      {"an empty signature", [](Json& e) { e["signatures"][0]["sig"] = ""; }, Code::envelope},
  };
  for (const Row& row : rows)
    for (const bool trusted : {false, true}) {
      INFO(row.what);
      const TestDirectory directory;
      make_test_package(directory.path(), test_key());
      Json envelope = envelope_of(directory.path());
      row.change(envelope);
      write_envelope(directory.path(), envelope);
      VerifyOptions options;
      if (trusted) options.trusted_key = test_key().public_key();
      const Verification result = verify_package(directory.path(), options);
      REQUIRE(result.refusal);
      CHECK(name_of(result.refusal->code) == name_of(row.code));
      CHECK(result.refusal->file == "report.dsse.json");
    }
}

TEST_CASE("a refused signature says which way it is wrong") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const Json genuine = envelope_of(directory.path());
  const auto message_of = [&](const Json& envelope) {
    write_envelope(directory.path(), envelope);
    return verify_package(directory.path()).refusal->message;
  };
  const std::string suspects = "the key in signer.pub.pem: one of the two files was changed";

  Json envelope = genuine;
  envelope["payload"] = base64_encode("{}");
  CHECK(message_of(envelope) == "has a wrong signature in the name of " + suspects);
  envelope["signatures"][0]["keyid"] = "SHA256:other";
  CHECK(message_of(envelope) == "has no signature of " + suspects);
  envelope["payload"] = genuine["payload"];
  CHECK(message_of(envelope) == "names another key for a signature of " + suspects);
}

TEST_CASE("a package sealed anew by a stranger is whole, but not the trusted key's") {
  const TestDirectory directory;
  make_test_package(directory.path(), PrivateKey::generate(KeyAlgorithm::ed25519));
  CHECK(verify_package(directory.path()).authentic);
  CHECK_FALSE(verify_package(directory.path()).identity_checked);
  VerifyOptions options;
  options.trusted_key = test_key().public_key();
  CHECK(verify_package(directory.path(), options).refusal->code == RefusalCode::signature);
}

TEST_CASE("a key in the package that is not the signed one is named, whoever is trusted") {
  const PrivateKey stranger = PrivateKey::generate(KeyAlgorithm::ed25519);
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  write_bytes(directory.path() / "signer.pub.pem", stranger.public_key().pem());

  const Verification own_key = verify_package(directory.path());
  REQUIRE(own_key.refusal);
  CHECK(own_key.refusal->code == RefusalCode::signature);
  CHECK(own_key.refusal->file == "report.dsse.json");
  CHECK(own_key.refusal->message ==
        "has no signature of the key in signer.pub.pem: one of the two files was changed");

  VerifyOptions options;
  options.trusted_key = test_key().public_key();
  const Verification trusted = verify_package(directory.path(), options);
  REQUIRE(trusted.refusal);
  CHECK(trusted.refusal->code == RefusalCode::digest);
  CHECK(trusted.refusal->file == "signer.pub.pem");

  write_bytes(directory.path() / "signer.pub.pem", "no key");
  const Verification no_key = verify_package(directory.path());
  REQUIRE(no_key.refusal);
  CHECK(no_key.refusal->code == RefusalCode::signature);
  CHECK(no_key.refusal->file == "signer.pub.pem");
  CHECK(no_key.refusal->message ==
        "is not one PEM block with nothing around it, so the signature in report.dsse.json "
        "cannot be checked: one of the two files was changed");
}

TEST_CASE("what the signer should not have signed is refused") {
  struct Row {
    const char* what;
    std::function<std::string(std::string)> change;
    RefusalCode code;
  };
  using Code = RefusalCode;
  const auto edit = [](const std::function<void(nlohmann::json&)>& change) {
    return [change](const std::string& payload) {
      auto json = nlohmann::json::parse(payload);
      change(json);
      return json.dump();
    };
  };
  using J = nlohmann::json;
  const Row rows[] = {
      {"not JSON", [](std::string) { return "PASSED"; }, Code::statement},
      {"empty", [](std::string) { return ""; }, Code::statement},
      {"a second result",
       [](std::string p) { return p.insert(p.find("\"result\""), "\"result\":\"FAILED\","); },
       Code::statement},
      {"deep", [](std::string) { return std::string(100000, '['); }, Code::statement},
      {"another statement type",
       edit([](J& s) { s["_type"] = "https://in-toto.io/Statement/v0.1"; }), Code::type},
      {"another predicate type",
       edit([](J& s) { s["predicateType"] = "https://in-toto.io/attestation/test-result/v0.1"; }),
       Code::type},
      {"a file outside", edit([](J& s) { s["subject"][0]["name"] = "../../etc/passwd"; }),
       Code::path},
      {"an absolute file", edit([](J& s) { s["subject"][0]["name"] = "/etc/passwd"; }), Code::path},
      {"a missing role", edit([](J& s) { s["subject"].erase(0); }), Code::subject},
      {"a role twice", edit([](J& s) { s["subject"].push_back(s["subject"][0]); }), Code::subject},
      {"a view under another name", edit([](J& s) {
         for (J& subject : s["subject"])
           if (subject["annotations"]["role"] == "view-html") subject["name"] = "views/other.html";
       }),
       Code::file},
      {"another digest",
       edit([](J& s) { s["subject"][0]["digest"]["sha256"] = std::string(64, '0'); }),
       Code::digest},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const TestDirectory directory;
    make_test_package(directory.path(), test_key());
    sign_payload(directory.path(), row.change(payload_of(directory.path())));
    const Verification result = verify_package(directory.path());
    REQUIRE(result.refusal);
    CHECK(name_of(result.refusal->code) == name_of(row.code));
    CHECK_FALSE(result.key_id.empty());  // it was signed
  }

  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  sign_payload(directory.path(), payload_of(directory.path()), "application/json");
  CHECK(verify_package(directory.path()).refusal->code == RefusalCode::type);
}

TEST_CASE("an envelope or a key beyond its cap is refused before it is read") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  fs::resize_file(directory.path() / "signer.pub.pem", 65537);
  CHECK(verify_package(directory.path()).refusal->code == RefusalCode::size);
  fs::resize_file(directory.path() / "report.dsse.json", largest_envelope + 1);
  CHECK(verify_package(directory.path()).refusal->code == RefusalCode::size);

  // Sparse, so neither costs disk space; both are above their caps by one byte.
  const TestDirectory other;
  make_test_package(other.path(), test_key());
  fs::resize_file(other.path() / "views/report.html", largest_packaged_file + 1);
  CHECK(verify_package(other.path()).refusal->code == RefusalCode::size);
  CHECK(verify_package(other.path()).refusal->file == "views/report.html");
  fs::resize_file(other.path() / "views/report.html", 0);
  make_test_package(other.path() / "again", test_key());
  fs::resize_file(other.path() / "again/views/report.json", largest_report + 1);
  CHECK(verify_package(other.path() / "again").refusal->file == "views/report.json");
}

TEST_CASE("nothing a stranger wrote reaches the terminal as it is") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  Json envelope = envelope_of(directory.path());
  envelope["signatures"].push_back({{"keyid", "\x1B[2J\x7F\xC2\x9B\xE2\x80\xAE"},
                                    {"sig", base64_encode(std::string(64, '\0'))}});
  write_envelope(directory.path(), envelope);
  const Verification result = verify_package(directory.path());
  CHECK(result.authentic);
  REQUIRE_FALSE(result.remarks.empty());
  CHECK_THAT(result.remarks[0], Catch::Contains("\\x1B[2J\\x7F\\u{009B}\\u{202E}"));
}

}  // namespace keur
