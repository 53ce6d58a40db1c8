// SPDX-License-Identifier: Apache-2.0
// For the tests of this folder: a directory that goes away, and a small genuine package in it.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "harness/seal/digest.h"
#include "harness/seal/seal_package.h"
#include "tests/catch.h"

namespace keur {

class TestDirectory {
 public:
  TestDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "seal-XXXXXX").native();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TestDirectory() { std::filesystem::remove_all(path_); }
  TestDirectory(const TestDirectory&) = delete;
  TestDirectory& operator=(const TestDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(file.flush().good());
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline nlohmann::json test_vectors() {
  return nlohmann::json::parse(read_bytes(KEUR_SOURCE_DIR "/fixtures/vectors/dsse.json"));
}

// The key of RFC 8032 section 7.1, TEST 1: known to everybody, good for nothing but tests.
inline PrivateKey test_key() {
  auto key = PrivateKey::from_pem(test_vectors()["ed25519-key"]["pkcs8"].get<std::string>());
  REQUIRE(key);
  return *key;
}

// The digest a subject has in these tests when its file stays with its owner.
inline const std::string dataset_bytes = "the reference dataset\n";

inline std::vector<Subject> test_subjects() {
  const std::string elsewhere = sha256_hex(dataset_bytes);
  return {
      {"suite", "inputs/suite.yaml", "application/yaml", ""},
      {"reference-dataset", "inputs/dataset.jsonl", "application/jsonl", elsewhere},
      {"tool-outputs", "inputs/outputs.jsonl", "application/jsonl", sha256_hex("outputs")},
      {"harness-binary", "inputs/keur", "application/octet-stream", sha256_hex("program")},
      {"ledger", "evidence/ledger.jsonl", "application/jsonl", ""},
      {"report", "views/report.json", "application/json", ""},
      {"view-html", "views/report.html", "text/html", ""},
      {"view-junit", "views/junit.xml", "application/xml", ""},
  };
}

inline nlohmann::json test_predicate() {
  return {{"reportId", "urn:uuid:0"}, {"result", "PASSED"}, {"sampleSize", 3}};
}

inline void write_test_files(const std::filesystem::path& directory) {
  write_bytes(directory / "inputs/suite.yaml", "keur: 1\nsuite: example\n");
  write_bytes(directory / "evidence/ledger.jsonl", "{\"case\":\"a\"}\n{\"case\":\"b\"}\n");
  write_bytes(directory / "views/report.json", "{\"result\":\"PASSED\"}\n");
  write_bytes(directory / "views/report.html", "<!doctype html>\n<title>report</title>\n");
  write_bytes(directory / "views/junit.xml", "<testsuites/>\n");
}

// Returns the SHA-256 of the payload.
inline std::string make_test_package(const std::filesystem::path& directory,
                                     const PrivateKey& key) {
  write_test_files(directory);
  const auto identity = seal_package(directory, test_subjects(), test_predicate(), key);
  REQUIRE(identity);
  return *identity;
}

}  // namespace keur
