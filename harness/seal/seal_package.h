// SPDX-License-Identifier: Apache-2.0
// Makes a directory of finished files into a package: states what they are, signs the statement.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/seal/private_key.h"
#include "harness/seal/refusal.h"
#include "harness/seal/subject.h"

namespace keur {

// `subjects` lists every file but the signer's key, which is added here. A subject without sha256
// is a file in the directory and hashed now; one with sha256 was hashed while it was read and stays
// with its owner. Writes signer.pub.pem, and last of all report.dsse.json, so that a package with
// an envelope is a whole one. Returns the SHA-256 of the payload: the identity of the report.
//
// E_FILE when the directory has an envelope already or a file cannot be read or written, otherwise
// as write_statement(). Nothing is written before everything has been computed.
Checked<std::string> seal_package(const std::filesystem::path& directory,
                                  std::vector<Subject> subjects, const nlohmann::json& predicate,
                                  const PrivateKey& key);

}  // namespace keur
