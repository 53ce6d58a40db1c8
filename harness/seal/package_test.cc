// SPDX-License-Identifier: Apache-2.0
// Genuine packages. package_edit_test.cc changes them, package_attack_test.cc makes hostile ones.
#include "harness/seal/package.h"

#include "harness/seal/dsse.h"
#include "harness/seal/package_directory.h"
#include "harness/seal/sigstore_bundle.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> roles_of(const std::vector<Subject>& subjects) {
  std::vector<std::string> roles;
  for (const Subject& subject : subjects) roles.push_back(subject.role);
  return roles;
}

std::optional<std::string> no_contradiction(const nlohmann::ordered_json&, std::string_view) {
  return std::nullopt;
}

}  // namespace

TEST_CASE("a genuine package is authentic, and says what was and was not checked") {
  const TestDirectory directory;
  const std::string identity = make_test_package(directory.path(), test_key());
  const std::string key_id = test_key().public_key().key_id();
  VerifyOptions options;
  options.find_contradiction = no_contradiction;

  const Verification own_key = verify_package(directory.path(), options);
  CHECK(own_key.authentic);
  CHECK(own_key.refusal == std::nullopt);
  CHECK_FALSE(own_key.identity_checked);
  CHECK(own_key.key_id == key_id);
  CHECK(own_key.payload_sha256 == identity);
  REQUIRE(own_key.statement);
  CHECK(nlohmann::json(own_key.statement->predicate) == test_predicate());
  CHECK(own_key.checks == std::vector<std::string>{
                              "report.dsse.json is one DSSE envelope (signatures: 1)",
                              "the statement is signed by the ed25519 key " + key_id +
                                  ", the key in the package: whose key that is, was not checked",
                              "the statement has its exact shape (files: 9)",
                              "the files in the package are the signed ones (files: 6)",
                              "nothing else is in the package",
                              "the statement and views/report.json say the same",
                          });
  CHECK(own_key.remarks.empty());
  CHECK(roles_of(own_key.not_checked) ==
        std::vector<std::string>{"reference-dataset", "harness-binary", "tool-outputs"});

  options.trusted_key = test_key().public_key();
  const Verification trusted = verify_package(directory.path() / "report.dsse.json", options);
  CHECK(trusted.authentic);
  CHECK(trusted.identity_checked);
  CHECK(trusted.checks[1] ==
        "the statement is signed by the ed25519 key " + key_id + ", the trusted key");
}

TEST_CASE("a package signed with ECDSA is authentic") {
  const TestDirectory directory;
  const PrivateKey key = PrivateKey::generate(KeyAlgorithm::ecdsa_p256);
  make_test_package(directory.path(), key);
  CHECK(verify_package(directory.path()).authentic);
  VerifyOptions options;
  options.trusted_key = key.public_key();
  CHECK(verify_package(directory.path(), options).identity_checked);
}

TEST_CASE("a package is found by its envelope in the working directory") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const fs::path before = fs::current_path();
  fs::current_path(directory.path());
  CHECK(verify_package("report.dsse.json").authentic);
  CHECK(verify_package(".").authentic);
  fs::current_path(before);
}

TEST_CASE("a package signed by another key than the trusted one is refused") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  VerifyOptions options;
  options.trusted_key = PrivateKey::generate(KeyAlgorithm::ed25519).public_key();
  const Verification result = verify_package(directory.path(), options);
  CHECK_FALSE(result.authentic);
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == RefusalCode::signature);
  CHECK(result.refusal->file == "report.dsse.json");
  CHECK_THAT(result.refusal->message, Catch::Contains(options.trusted_key->key_id()));
  CHECK_FALSE(result.identity_checked);
  CHECK(result.statement == std::nullopt);
  CHECK(result.key_id.empty());
}

TEST_CASE("files that stay with their owner are compared when they are given") {
  const TestDirectory package, owner;
  make_test_package(package.path(), test_key());
  const fs::path dataset = owner.path() / "dataset.jsonl";
  write_bytes(dataset, dataset_bytes);
  VerifyOptions options;

  options.inputs = {{"reference-dataset", dataset}};
  const Verification given = verify_package(package.path(), options);
  CHECK(given.authentic);
  CHECK(roles_of(given.not_checked) == std::vector<std::string>{"harness-binary", "tool-outputs"});
  CHECK(given.checks[4] == dataset.native() + " is the signed reference-dataset");

  // A role that lies in the package can be given as well, and is compared as well.
  options.inputs = {{"suite", package.path() / "inputs/suite.yaml"}};
  CHECK(verify_package(package.path(), options).authentic);

  struct Row {
    std::string role;
    fs::path path;
    RefusalCode code;
  };
  const Row rows[] = {
      {"tool-outputs", dataset, RefusalCode::digest},
      {"suite", dataset, RefusalCode::digest},
      {"reference-dataset", owner.path() / "missing", RefusalCode::file},
      {"plan", dataset, RefusalCode::subject},
      {"no\x1Brole", dataset, RefusalCode::subject},
  };
  for (const Row& row : rows) {
    options.inputs = {{row.role, row.path}};
    const Verification result = verify_package(package.path(), options);
    REQUIRE(result.refusal);
    CHECK(name_of(result.refusal->code) == name_of(row.code));
    CHECK(result.refusal->file == row.path.native());
    CHECK(result.refusal->message.find('\x1B') == std::string::npos);
  }
}

TEST_CASE("a file that may stay with its owner is checked when it lies in the package") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const fs::path dataset = directory.path() / "inputs/dataset.jsonl";
  write_bytes(dataset, dataset_bytes);
  const Verification result = verify_package(directory.path());
  CHECK(result.authentic);
  CHECK(roles_of(result.not_checked) == std::vector<std::string>{"harness-binary", "tool-outputs"});
  write_bytes(dataset, "another dataset");
  CHECK(verify_package(directory.path()).refusal->file == "inputs/dataset.jsonl");
}

TEST_CASE("the caller compares the statement with the report, on authentic bytes only") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  int calls = 0;
  VerifyOptions options;
  options.find_contradiction = [&](const nlohmann::ordered_json& predicate,
                                   std::string_view report) {
    ++calls;
    CHECK(nlohmann::json(predicate) == test_predicate());
    CHECK(report == "{\"result\":\"PASSED\"}\n");
    return std::optional<std::string>("the report says FAILED");
  };
  const Verification result = verify_package(directory.path(), options);
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == RefusalCode::consistency);
  CHECK(result.refusal->file == "views/report.json");
  CHECK(result.refusal->message == "the report says FAILED");
  CHECK(calls == 1);

  write_bytes(directory.path() / "views/report.html", "changed");
  CHECK(verify_package(directory.path(), options).refusal->code == RefusalCode::digest);
  CHECK(calls == 1);
}

TEST_CASE("a second signature is accepted; under whose key it is not known is said") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const fs::path path = directory.path() / "report.dsse.json";
  auto envelope = parse_envelope(read_bytes(path), statement_payload_type);
  REQUIRE(envelope);
  const PrivateKey hospital = PrivateKey::generate(KeyAlgorithm::ecdsa_p256);
  envelope->signatures.push_back(
      sign_envelope(statement_payload_type, envelope->payload, hospital).signatures[0]);
  write_bytes(path, to_json(*envelope));

  for (const PublicKey& key : {test_key().public_key(), hospital.public_key()}) {
    VerifyOptions options;
    options.trusted_key = key;
    const Verification result = verify_package(directory.path(), options);
    CHECK(result.authentic);
    CHECK(result.key_id == key.key_id());
    REQUIRE_FALSE(result.remarks.empty());
    const std::string other = key.key_id() == hospital.public_key().key_id()
                                  ? test_key().public_key().key_id()
                                  : hospital.public_key().key_id();
    CHECK(result.remarks[0] == "a further signature, in the name of \"" + other +
                                   "\", was not checked: no such key was given");
  }
}

TEST_CASE("derived bundles and time stamps may lie beside the envelope") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const auto envelope =
      parse_envelope(read_bytes(directory.path() / "report.dsse.json"), statement_payload_type);
  REQUIRE(envelope);
  const auto bundle = [&](std::optional<std::string_view> time_stamp) {
    return sigstore_bundle(*envelope, envelope->signatures[0], time_stamp);
  };
  const fs::path path = directory.path() / "report.lab.sigstore.json";
  write_bytes(path, bundle(std::nullopt));
  CHECK(verify_package(directory.path()).authentic);

  // A bundle holds the time stamp of its signer, if the package does.
  write_bytes(directory.path() / "report.lab.tsr", "token");
  CHECK(verify_package(directory.path()).refusal->file == "report.lab.sigstore.json");
  write_bytes(path, bundle("token"));
  const Verification result = verify_package(directory.path());
  CHECK(result.authentic);
  CHECK(result.remarks[0] == "report.lab.tsr is a time stamp and was not checked");

  std::string changed = bundle("token");
  for (std::size_t at = 0; at < changed.size(); at += 13) {
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write_bytes(path, changed);
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const Verification refused = verify_package(directory.path());
    REQUIRE(refused.refusal);
    CHECK(refused.refusal->code == RefusalCode::envelope);
    CHECK(refused.refusal->file == "report.lab.sigstore.json");
  }
}

TEST_CASE("a package is sealed once, and not with files that are not there") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  const auto again = seal_package(directory.path(), test_subjects(), test_predicate(), test_key());
  REQUIRE_FALSE(again);
  CHECK(again.refusal().file == "report.dsse.json");

  const TestDirectory incomplete;
  write_test_files(incomplete.path());
  fs::remove(incomplete.path() / "views/report.html");
  const auto missing =
      seal_package(incomplete.path(), test_subjects(), test_predicate(), test_key());
  REQUIRE_FALSE(missing);
  CHECK(missing.refusal().file == "views/report.html");
  CHECK_FALSE(fs::exists(incomplete.path() / "signer.pub.pem"));

  auto unsafe = test_subjects();
  unsafe[0].name = "../suite.yaml";
  const auto refused = seal_package(incomplete.path(), unsafe, test_predicate(), test_key());
  REQUIRE_FALSE(refused);
}

}  // namespace keur
