// SPDX-License-Identifier: Apache-2.0
// The openssl program and a shell verify what this folder signs, and the other way round: nobody
// needs this program to check its reports.
#include <cstdlib>

#include "harness/seal/base64.h"
#include "harness/seal/dsse.h"
#include "harness/seal/key_file.h"
#include "harness/seal/package.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;
namespace {

bool have_openssl() {
  static const bool found = std::system("openssl version >/dev/null 2>&1") == 0;
  if (!found) WARN("SKIPPED: the openssl program is not installed");
  return found;
}

// Runs a command in a directory; the directory is named by us, without characters a shell knows.
bool succeeds(const fs::path& directory, const std::string& command) {
  const std::string line = "cd " + directory.native() + " && (" + command + ") >log 2>&1";
  return std::system(line.c_str()) == 0;
}

const KeyAlgorithm algorithms[] = {KeyAlgorithm::ed25519, KeyAlgorithm::ecdsa_p256};

// The commands a reader finds in README.md, between the fences.
std::string readme_commands() {
  const std::string text = read_bytes(KEUR_SOURCE_DIR "/harness/seal/README.md");
  const std::string fence = "```sh\n";
  const std::size_t begin = text.find(fence);
  REQUIRE(begin != text.npos);
  const std::size_t end = text.find("```", begin + fence.size());
  REQUIRE(end != text.npos);
  return text.substr(begin + fence.size(), end - begin - fence.size());
}

}  // namespace

TEST_CASE("openssl verifies our signatures") {
  if (!have_openssl()) return;
  for (const KeyAlgorithm algorithm : algorithms) {
    const TestDirectory directory;
    const PrivateKey key = PrivateKey::generate(algorithm);
    REQUIRE_FALSE(write_key_pair(directory.path() / "k", key));
    const std::string bytes = pae("application/vnd.in-toto+json", "{\"x\":\"\xC3\xA9\"}");
    write_bytes(directory.path() / "pae", bytes);
    write_bytes(directory.path() / "sig", key.sign(bytes));
    const std::string command =
        algorithm == KeyAlgorithm::ed25519
            ? "openssl pkeyutl -verify -rawin -pubin -inkey k.pub.pem -sigfile sig -in pae"
            : "openssl dgst -sha256 -verify k.pub.pem -signature sig pae";
    CHECK(succeeds(directory.path(), command));
    write_bytes(directory.path() / "pae", bytes + " ");
    CHECK_FALSE(succeeds(directory.path(), command));
  }
}

TEST_CASE("keys that openssl makes are read, and its signatures verified") {
  if (!have_openssl()) return;
  for (const KeyAlgorithm algorithm : algorithms) {
    const TestDirectory directory;
    const bool ed25519 = algorithm == KeyAlgorithm::ed25519;
    write_bytes(directory.path() / "message", "message");
    const std::string make = ed25519 ? "openssl genpkey -algorithm ed25519 -out k.pem"
                                     : "openssl genpkey -algorithm EC "
                                       "-pkeyopt ec_paramgen_curve:P-256 -out k.pem";
    REQUIRE(succeeds(directory.path(), "umask 077; " + make));
    REQUIRE(succeeds(directory.path(),
                     "openssl pkey -in k.pem -pubout -out k.pub.pem && "
                     "openssl pkeyutl -sign -rawin -inkey k.pem -in message -out sig"));
    const auto key = read_private_key(directory.path() / "k.pem");
    REQUIRE(key);
    CHECK(key->public_key().algorithm() == algorithm);
    CHECK(key->public_key().pem() == read_bytes(directory.path() / "k.pub.pem"));
    CHECK(view(key->pem()) == read_bytes(directory.path() / "k.pem"));
    CHECK(key->public_key().verifies("message", read_bytes(directory.path() / "sig")));
  }
}

TEST_CASE("keys that openssl encrypts, or writes in their older form, are refused by name") {
  if (!have_openssl()) return;
  const TestDirectory directory;
  REQUIRE(succeeds(directory.path(),
                   "umask 077; openssl genpkey -algorithm ed25519 -aes256 -pass pass:secret "
                   "-out encrypted.pem"));
  CHECK_THAT(read_private_key(directory.path() / "encrypted.pem").refusal().message,
             Catch::Contains("is encrypted"));
  REQUIRE(succeeds(directory.path(),
                   "umask 077; openssl ecparam -name prime256v1 -genkey -noout -out old.pem"));
  CHECK_THAT(read_private_key(directory.path() / "old.pem").refusal().message,
             Catch::Contains("older form"));
}

TEST_CASE("the commands in README.md verify a package, and refuse it once a byte is changed") {
  if (!have_openssl()) return;
  const std::string commands = readme_commands();
  for (const KeyAlgorithm algorithm : algorithms) {
    const TestDirectory directory;
    const fs::path package = directory.path() / "package";
    make_test_package(package, PrivateKey::generate(algorithm));
    write_bytes(directory.path() / "verify.sh", commands);
    const std::string run = "cd package && sh ../verify.sh";
    REQUIRE(succeeds(directory.path(), run));
    const std::string log = read_bytes(directory.path() / "log");
    CHECK_THAT(log, Catch::Contains("Signature Verified Successfully"));
    for (const char* name : {"evidence/ledger.jsonl", "inputs/suite.yaml", "signer.pub.pem",
                             "views/junit.xml", "views/report.html", "views/report.json"})
      CHECK_THAT(log, Catch::Contains(std::string(name) + ": OK"));
    CHECK_THAT(log, Catch::Contains("reference-dataset " + sha256_hex(dataset_bytes) +
                                    "  inputs/dataset.jsonl"));

    for (const char* name :
         {"report.dsse.json", "signer.pub.pem", "views/report.html", "inputs/suite.yaml"}) {
      const std::string bytes = read_bytes(package / name);
      std::string changed = bytes;
      changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 1);
      write_bytes(package / name, changed);
      INFO(name);
      CHECK_FALSE(succeeds(directory.path(), run));
      write_bytes(package / name, bytes);
    }
    CHECK(succeeds(directory.path(), run));
  }
}

}  // namespace keur
