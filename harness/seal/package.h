// SPDX-License-Identifier: Apache-2.0
// Verifies a package. Fails closed: the first check that is not passed ends it, with a stable code
// and the name of the file. Nothing is executed, rendered, fetched or unpacked.
//
//   report.dsse.json        envelope with the signed statement
//   signer.pub.pem          the public key that signed, itself a subject of the statement
//   views/report.json       and the other subjects
//   report.*.sigstore.json  derived from the envelope, allowed
//   report.*.tsr            time stamps, allowed, not checked
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/seal/public_key.h"
#include "harness/seal/refusal.h"
#include "harness/seal/statement.h"

namespace keur {

inline constexpr std::uint64_t largest_packaged_file = std::uint64_t{4} << 30;
inline constexpr std::uint64_t largest_report = std::uint64_t{256} << 20;  // held in memory

// Given the predicate and the bytes of the subject "report": a sentence about where they disagree,
// or nullopt. Called only with authentic bytes, but its sentence must be safe to print.
using FindContradiction = std::function<std::optional<std::string>(
    const nlohmann::ordered_json& predicate, std::string_view report)>;

struct VerifyOptions {
  // Without one the package's own key is used. That shows that nothing was changed after signing;
  // it does not show who signed, since anybody can sign with a key of their own.
  std::optional<PublicKey> trusted_key;
  // Role to file, for subjects that stay with their owner.
  std::map<std::string, std::filesystem::path> inputs;
  FindContradiction find_contradiction;  // may be empty: not checked
};

struct Verification {
  bool authentic = false;
  std::optional<Refusal> refusal;    // exactly when not authentic
  std::vector<std::string> checks;   // passed, in order, a sentence each; safe to print
  std::vector<std::string> remarks;  // what a reader must not take for checked; safe to print
  std::vector<Subject> not_checked;  // signed, but the file was not at hand
  // The key whose signature was verified, empty before that.
  std::string key_id;
  bool identity_checked = false;  // it is the trusted key
  // Only when authentic:
  std::optional<Statement> statement;
  std::string payload_sha256;  // identifies the report; the envelope's own digest does not, since
                               // co-signers append to it
};

// `path` is the directory or its report.dsse.json.
Verification verify_package(const std::filesystem::path& path, const VerifyOptions& options = {});

}  // namespace keur
