// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/seal_package.h"

#include "harness/seal/digest.h"
#include "harness/seal/dsse.h"
#include "harness/seal/package.h"
#include "harness/seal/package_directory.h"
#include "harness/seal/statement.h"

namespace keur {

Checked<std::string> seal_package(const std::filesystem::path& directory,
                                  std::vector<Subject> subjects, const nlohmann::json& predicate,
                                  const PrivateKey& key) {
  const auto package = PackageDirectory::open(directory);
  if (!package) return package.refusal();
  const std::string envelope_file(envelope_name), key_file(signer_key_name);
  if (!package->is_absent(envelope_file))
    return Refusal{RefusalCode::file, envelope_file, "exists: this package is sealed already"};

  const std::string pem = key.public_key().pem();
  subjects.push_back({"signer-key", key_file, "application/x-pem-file", sha256_hex(pem)});
  for (Subject& subject : subjects) {
    if (!subject.sha256.empty()) continue;
    if (!is_subject_name(subject.name)) continue;  // write_statement() says so
    const auto file = package->open_file(subject.name);
    if (!file) return file.refusal();
    auto digest = sha256_of(*file, largest_packaged_file);
    if (!digest) return digest.refusal();
    subject.sha256 = std::move(*digest);
  }
  const auto payload = write_statement(std::move(subjects), predicate);
  if (!payload) return payload.refusal();
  const Envelope envelope = sign_envelope(statement_payload_type, *payload, key);

  if (auto refusal = package->replace_file(key_file, pem)) return *refusal;
  if (auto refusal = package->replace_file(envelope_file, to_json(envelope))) return *refusal;
  return sha256_hex(*payload);
}

}  // namespace keur
