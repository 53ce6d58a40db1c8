// SPDX-License-Identifier: Apache-2.0
// keur verify: is this package what was signed, and does it say what it seems to say?
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "harness/cli/exit_code.h"
#include "harness/cli/manifest_check.h"
#include "harness/cli/options.h"
#include "harness/report/predicate.h"
#include "harness/seal/escape.h"
#include "harness/seal/package.h"

namespace keur {
namespace {

std::string member(const nlohmann::ordered_json& predicate, const char* key) {
  const auto found = predicate.find(key);
  return found != predicate.end() && found->is_string() ? found->get<std::string>() : "";
}

struct Outcome {
  int exit_code;
  std::string sentence;
};

Outcome outcome_of(const Verification& verification) {
  if (!verification.authentic)
    return {exit_failed,
            fmt::format("refused: {}: {} [{}]", verification.refusal->file,
                        verification.refusal->message, name_of(verification.refusal->code))};
  const std::string result = member(verification.statement->predicate, "result");
  const std::string burden = member(verification.statement->predicate, "burden");
  const bool passed = result == "PASSED" || (result == "WARNED" && burden == "regression");
  if (!passed)
    return {exit_inconclusive, fmt::format("authentic, but the gates did not pass: {}",
                                           result == "WARNED" ? "inconclusive" : "failed")};
  if (!verification.not_checked.empty() || !verification.identity_checked)
    return {exit_incomplete,
            "authentic, and the gates passed; not everything could be checked here"};
  return {exit_passed, "authentic, and the gates passed"};
}

std::string in_words(const Verification& verification, const Terminal& out) {
  std::string text;
  const char* tick = out.unicode ? "✓" : "+";
  const char* open = out.unicode ? "–" : "-";
  for (const std::string& check : verification.checks)
    text += fmt::format("{} {}\n", out.paint(tick, "32"), check);
  for (const Subject& subject : verification.not_checked)
    text += fmt::format("{} not checked: {} (give --input {}=FILE)\n", out.paint(open, "33"),
                        escape_untrusted(subject.name), escape_untrusted(subject.role));
  for (const std::string& remark : verification.remarks)
    text += fmt::format("{} {}\n", out.paint(open, "33"), remark);
  if (!verification.key_id.empty()) text += fmt::format("  key      {}\n", verification.key_id);
  if (verification.authentic) {
    const auto& predicate = verification.statement->predicate;
    text += fmt::format("  report   {}\n  signed   {}\n  payload  sha256:{}\n",
                        escape_untrusted(member(predicate, "reportId")),
                        escape_untrusted(member(predicate, "timeFinished")),
                        verification.payload_sha256);
  }
  const Outcome outcome = outcome_of(verification);
  const bool good = outcome.exit_code == exit_passed || outcome.exit_code == exit_incomplete;
  const char* symbol = out.unicode ? (verification.authentic ? (good ? "✓" : "?") : "✗")
                                   : (verification.authentic ? (good ? "+" : "?") : "x");
  const char* colour = verification.authentic ? (good ? "1;32" : "1;33") : "1;31";
  return text + out.paint(fmt::format("{} {}", symbol, outcome.sentence), colour) + "\n";
}

std::string in_json(const Verification& verification) {
  const Outcome outcome = outcome_of(verification);
  nlohmann::ordered_json line = {{"authentic", verification.authentic},
                                 {"exit", outcome.exit_code}};
  line["code"] =
      verification.refusal ? nlohmann::ordered_json(name_of(verification.refusal->code)) : nullptr;
  line["file"] =
      verification.refusal ? nlohmann::ordered_json(verification.refusal->file) : nullptr;
  line["message"] = outcome.sentence;
  line["key"] = verification.key_id;
  line["identityChecked"] = verification.identity_checked;
  line["payload"] = verification.payload_sha256;
  line["notChecked"] = nlohmann::ordered_json::array();
  for (const Subject& subject : verification.not_checked)
    line["notChecked"].push_back(subject.role);
  return line.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

// The list of a role's files in the package, where it has one.
std::optional<std::string> manifest_in(std::filesystem::path package, const std::string& role) {
  if (!std::filesystem::is_directory(package)) package = package.parent_path();
  std::ifstream file(package / manifest_name(role), std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The lists are authentic by now; what stands on them is compared with the files at hand.
void check_lists(const std::string& package,
                 const std::map<std::string, std::vector<std::string>>& files,
                 Verification& verification) {
  for (const std::string role : {"reference-dataset", "tool-outputs", "term-list"}) {
    const auto manifest = manifest_in(package, role);
    if (!manifest) continue;
    const auto given = files.find(role);
    const auto result = check_manifest(
        *manifest, given == files.end() ? std::vector<std::string>{} : given->second);
    if (result.stranger) {
      verification.authentic = false;
      verification.refusal =
          Refusal{RefusalCode::digest, escape_untrusted(*result.stranger),
                  fmt::format("is not one of the files in {}", manifest_name(role))};
      return;
    }
    for (const std::string& name : result.not_checked)
      verification.not_checked.push_back({role, name, "", ""});
    if (result.not_checked.empty())
      verification.checks.push_back(
          fmt::format("every file listed in {} is the one that was judged", manifest_name(role)));
  }
}

int verify(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {"PACKAGE"});
  options.add()("key", po::value<std::string>(), "the signer's public key, from the signer")(
      "input", po::value<std::vector<std::string>>()->default_value({}, ""),
      "ROLE=FILE: a file that is not in the package, for example tool-outputs=out.jsonl")(
      "json", "one line of JSON");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;

  VerifyOptions verifying;
  verifying.find_contradiction = find_contradiction;
  if (values->count("key")) {
    auto key = PublicKey::from_file((*values)["key"].as<std::string>());
    if (!key)
      return usage_error(console, fmt::format("{}: {}", key.refusal().file, key.refusal().message),
                         "this must be the public key: NAME.pub.pem");
    verifying.trusted_key = std::move(*key);
  }
  const std::string package = (*values)["PACKAGE"].as<std::string>();
  if (!std::filesystem::exists(std::filesystem::symlink_status(package)))
    return usage_error(console, fmt::format("there is no '{}'", escape_untrusted(package)),
                       "PACKAGE is what keur run wrote, for example out/demo");
  std::map<std::string, std::vector<std::string>> listed_files;
  for (const std::string& pair : (*values)["input"].as<std::vector<std::string>>()) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || !find_role(pair.substr(0, equals)))
      return usage_error(console,
                         fmt::format("--input '{}' is not ROLE=FILE", escape_untrusted(pair)),
                         "roles: reference-dataset, tool-outputs, term-list, harness-binary");
    const std::string role = pair.substr(0, equals);
    if (manifest_in(package, role))
      listed_files[role].push_back(pair.substr(equals + 1));
    else
      verifying.inputs[role] = pair.substr(equals + 1);
  }
  Verification verification = verify_package(package, verifying);
  if (verification.authentic) check_lists(package, listed_files, verification);
  write_out(console.out,
            values->count("json") ? in_json(verification) : in_words(verification, console.out));
  return outcome_of(verification).exit_code;
}

}  // namespace

const Command& command_verify();
const Command& command_verify() {
  static const Command command{
      "verify", "check a signed report: signature, statement, every file",
      "keur verify DIR|FILE [--key PUB] [--input ROLE=FILE]...",
      "  keur verify out/demo\n"
      "  keur verify out/demo --key hospital.pub.pem --input tool-outputs=vendor.jsonl\n",
      verify};
  return command;
}

}  // namespace keur
