// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/package.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "harness/seal/digest.h"
#include "harness/seal/dsse.h"
#include "harness/seal/escape.h"
#include "harness/seal/package_directory.h"
#include "harness/seal/sigstore_bundle.h"

namespace keur {
namespace {

constexpr std::uint64_t largest_time_stamp = std::uint64_t{64} << 10;

using Outcome = std::optional<Refusal>;  // nullopt: passed

Refusal in_file(std::string_view name, Refusal refusal) {
  refusal.file = name;
  return refusal;
}

// One run of the checks. Each step relies on all that came before it.
class Verifier {
 public:
  explicit Verifier(const VerifyOptions& options) : options_(options) {}

  Verification run(const std::filesystem::path& path) {
    Outcome refusal = open(path);
    for (const auto step :
         {&Verifier::read_envelope, &Verifier::choose_key, &Verifier::check_signature,
          &Verifier::read_statement, &Verifier::check_packaged_files, &Verifier::check_inputs,
          &Verifier::check_nothing_else, &Verifier::check_consistency}) {
      if (refusal) break;
      refusal = (this->*step)();
    }
    result_.authentic = !refusal;
    result_.refusal = std::move(refusal);
    if (result_.authentic) {
      result_.statement = std::move(statement_);
      result_.payload_sha256 = sha256_hex(envelope_.payload);
    }
    return std::move(result_);
  }

 private:
  Outcome open(std::filesystem::path path) {
    if (path.filename() == envelope_name)
      path = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    auto package = PackageDirectory::open(path);
    if (!package) return package.refusal();
    package_ = std::move(*package);
    return std::nullopt;
  }

  Checked<std::string> read(std::string_view name, std::uint64_t cap) const {
    const auto file = package_->open_file(name);
    if (!file) return file.refusal();
    return read_whole(*file, cap);
  }

  Outcome read_envelope() {
    const auto bytes = read(envelope_name, largest_envelope);
    if (!bytes) return bytes.refusal();
    auto envelope = parse_envelope(*bytes, statement_payload_type);
    if (!envelope) return in_file(envelope_name, envelope.refusal());
    envelope_ = std::move(*envelope);
    pass(fmt::format("{} is one DSSE envelope (signatures: {})", envelope_name,
                     envelope_.signatures.size()));
    return std::nullopt;
  }

  Outcome choose_key() {
    if (options_.trusted_key) {
      key_ = options_.trusted_key;
      return std::nullopt;
    }
    auto pem = read(signer_key_name, largest_key_file);
    if (!pem) return pem.refusal();
    auto key = PublicKey::from_pem(*pem);
    if (!key)
      return Refusal{RefusalCode::signature, std::string(signer_key_name),
                     fmt::format("{}, so the signature in {} cannot be checked: one of the two "
                                 "files was changed",
                                 key.refusal().message, envelope_name)};
    key_ = std::move(*key);
    signer_pem_ = std::move(*pem);
    return std::nullopt;
  }

  // Every signature is tried, whatever key it claims: the claim is not signed. But a claim that is
  // wrong is refused, since it can only have been changed.
  Outcome check_signature() {
    const std::string signed_bytes = pae(envelope_.payload_type, envelope_.payload);
    const std::string suspects =
        options_.trusted_key
            ? fmt::format("the trusted key {}", key_->key_id())
            : fmt::format("the key in {}: one of the two files was changed", signer_key_name);
    for (const EnvelopeSignature& signature : envelope_.signatures) {
      const bool valid = key_->verifies(signed_bytes, signature.bytes);
      const bool claimed = signature.key_id == key_->key_id();
      if (valid && claimed) {
        result_.key_id = key_->key_id();
      } else if (valid || claimed) {
        return refuse_signature(valid ? "names another key for a signature of " + suspects
                                      : "has a wrong signature in the name of " + suspects);
      } else {
        remark(
            fmt::format("a further signature, in the name of \"{}\", was not checked: no such "
                        "key was given",
                        escape_untrusted(signature.key_id)));
      }
    }
    if (result_.key_id.empty()) return refuse_signature("has no signature of " + suspects);
    result_.identity_checked = options_.trusted_key.has_value();
    pass(fmt::format(
        "the statement is signed by the {} key {}, {}", name_of(key_->algorithm()), result_.key_id,
        result_.identity_checked ? "the trusted key"
                                 : "the key in the package: whose key that is, was not checked"));
    return std::nullopt;
  }
  static Refusal refuse_signature(std::string message) {
    return {RefusalCode::signature, std::string(envelope_name), std::move(message)};
  }

  // Beyond this point the payload is what the holder of the key signed; what it asks for is still
  // checked, for a signer may be careless or hostile.
  Outcome read_statement() {
    auto statement = parse_statement(envelope_.payload);
    if (!statement) {
      Refusal refusal = in_file(envelope_name, statement.refusal());
      refusal.message = "the signed statement: " + refusal.message;
      return refusal;
    }
    statement_ = std::move(*statement);
    pass(fmt::format("the statement has its exact shape (files: {})", statement_.subjects.size()));
    return std::nullopt;
  }

  Outcome check_packaged_files() {
    std::size_t count = 0;
    for (const Subject& subject : statement_.subjects) {
      if (!find_role(subject.role)->packaged && package_->is_absent(subject.name)) continue;
      const auto digest = digest_of(subject);
      if (!digest) return digest.refusal();
      if (*digest != subject.sha256) return changed(subject.name, *digest, subject);
      ++count;
    }
    pass(fmt::format("the files in the package are the signed ones (files: {})", count));
    return std::nullopt;
  }

  // Bytes that are used elsewhere are hashed as they were read, not read a second time.
  Checked<std::string> digest_of(const Subject& subject) {
    if (subject.role == "signer-key" && signer_pem_) return sha256_hex(*signer_pem_);
    if (subject.role == "report") {
      auto bytes = read(subject.name, largest_report);
      if (!bytes) return bytes.refusal();
      report_ = std::move(*bytes);
      return sha256_hex(report_);
    }
    const auto file = package_->open_file(subject.name);
    if (!file) return file.refusal();
    return sha256_of(*file, largest_packaged_file);
  }

  static Refusal changed(const std::string& file, const std::string& digest,
                         const Subject& subject) {
    return {RefusalCode::digest, escape_untrusted(file),
            fmt::format("is not the signed {}: its sha256 is {}, signed was {}", subject.role,
                        digest, subject.sha256)};
  }

  Outcome check_inputs() {
    for (const auto& [role, path] : options_.inputs) {
      const Subject* subject = statement_.subject(role);
      if (!subject)
        return Refusal{RefusalCode::subject, escape_untrusted(path.native()),
                       fmt::format("is given as {}, which the statement does not have",
                                   escape_untrusted(role))};
      const auto digest = sha256_file(path);
      if (!digest) return digest.refusal();
      if (*digest != subject->sha256) return changed(path.native(), *digest, *subject);
      pass(fmt::format("{} is the signed {}", escape_untrusted(path.native()), role));
    }
    for (const Subject& subject : statement_.subjects)
      if (!find_role(subject.role)->packaged && package_->is_absent(subject.name) &&
          options_.inputs.count(subject.role) == 0)
        result_.not_checked.push_back(subject);
    return std::nullopt;
  }

  Outcome check_nothing_else() {
    std::set<std::string> known = {std::string(envelope_name)};
    for (const Subject& subject : statement_.subjects) known.insert(subject.name);
    auto refusal = package_->visit_others(
        known, [this](const std::string& name) { return check_sidecar(name); });
    if (!refusal) pass("nothing else is in the package");
    return refusal;
  }

  Outcome check_sidecar(const std::string& name) {
    if (const auto signer = signer_of_sidecar(name, ".sigstore.json"))
      return check_bundle(name, "report." + *signer + ".tsr");
    if (!is_sidecar_name(name))
      return Refusal{RefusalCode::file, escape_untrusted(name), "is not covered by the signature"};
    remark(fmt::format("{} is a time stamp and was not checked", name));
    return std::nullopt;
  }

  Outcome check_bundle(const std::string& name, const std::string& time_stamp_name) const {
    const auto bytes = read(name, 2 * largest_envelope);
    if (!bytes) return bytes.refusal();
    std::optional<std::string> time_stamp;
    if (!package_->is_absent(time_stamp_name)) {
      auto token = read(time_stamp_name, largest_time_stamp);
      if (!token) return token.refusal();
      time_stamp = std::move(*token);
    }
    for (const EnvelopeSignature& signature : envelope_.signatures)
      if (*bytes == sigstore_bundle(envelope_, signature, time_stamp)) return std::nullopt;
    return Refusal{RefusalCode::envelope, name,
                   fmt::format("is not the bundle of a signature in {}", envelope_name)};
  }

  Outcome check_consistency() {
    if (!options_.find_contradiction) {
      remark("the statement was not compared with the report");
      return std::nullopt;
    }
    const std::string& name = statement_.subject("report")->name;
    if (auto sentence = options_.find_contradiction(statement_.predicate, report_))
      return Refusal{RefusalCode::consistency, name, std::move(*sentence)};
    pass(fmt::format("the statement and {} say the same", name));
    return std::nullopt;
  }

  void pass(std::string sentence) { result_.checks.push_back(std::move(sentence)); }
  void remark(std::string sentence) { result_.remarks.push_back(std::move(sentence)); }

  const VerifyOptions& options_;
  Verification result_;
  std::optional<PackageDirectory> package_;
  Envelope envelope_;
  std::optional<PublicKey> key_;
  std::optional<std::string> signer_pem_;
  Statement statement_;
  std::string report_;
};

}  // namespace

Verification verify_package(const std::filesystem::path& path, const VerifyOptions& options) {
  return Verifier(options).run(path);
}

}  // namespace keur
