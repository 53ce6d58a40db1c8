// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/package_writer.h"

#include <fmt/format.h>

#include "harness/cli/manifest_check.h"
#include "harness/cli/occasion.h"
#include "harness/report/page_html.h"
#include "harness/report/page_junit.h"
#include "harness/report/report_json.h"
#include "harness/seal/digest.h"
#include "harness/seal/package.h"
#include "harness/seal/seal_package.h"

namespace keur {
namespace {

// A name that is safe in a package, from a path somebody else chose.
std::string plain_name(const std::string& path) {
  std::string name = std::filesystem::path(path).filename().string();
  for (char& c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (!plain) c = '_';
  }
  while (name.ends_with('.')) name.pop_back();
  if (name.empty() || name[0] == '.' || name[0] == '-') name = "_" + name;
  return name.size() > 100 ? name.substr(0, 100) + "_" : name;
}

// The files of one role as one subject: the file itself, or, where a suite has several tasks, a
// list of digests that `sha256sum -c` can check. nullopt where no task has such a file.
std::optional<Subject> input_subject(const ReportDirectory& directory, const Prepared& prepared,
                                     const std::string& role,
                                     const InputRecord PreparedTask::*input) {
  std::string manifest;
  for (const PreparedTask& task : prepared.tasks) {
    const InputRecord& file = task.*input;
    if (file.role.empty()) continue;
    if (prepared.tasks.size() == 1)
      return Subject{role, fmt::format("inputs/{}/{}", role, plain_name(file.path)),
                     "application/octet-stream", file.sha256};
    manifest += fmt::format("{}  {}/{}\n", file.sha256, file.task, plain_name(file.path));
  }
  if (manifest.empty()) return std::nullopt;
  directory.write(manifest_name(role), manifest);
  return Subject{role, manifest_name(role), "text/plain", ""};
}

}  // namespace

std::optional<std::string> write_package(const ReportDirectory& directory, const Report& report,
                                         const Prepared& prepared, const Occasion& occasion,
                                         const PrivateKey& key) {
  directory.write("inputs/suite.yaml", report.suite_text);
  directory.write("views/report.json", write_json(report));
  directory.write("views/report.html", html_report(report));
  directory.write("views/junit.xml", junit_report(report));

  const auto program = sha256_file(own_program);
  if (!program) return program.refusal().message;
  // One that is too large for a package the seal refuses when it reads it.
  const bool fits =
      std::filesystem::file_size(directory.staging() / ledger_name) <= largest_packaged_file;
  std::vector<Subject> subjects = {
      {"suite", "inputs/suite.yaml", "application/yaml", ""},
      {"report", "views/report.json", "application/json", ""},
      {"view-html", "views/report.html", "text/html", ""},
      {"view-junit", "views/junit.xml", "application/xml", ""},
      {"ledger", ledger_name, "application/jsonl", fits ? directory.ledger_sha256() : ""},
      {"harness-binary", "inputs/keur", "application/octet-stream", *program},
  };
  for (auto&& subject :
       {input_subject(directory, prepared, "reference-dataset", &PreparedTask::cases_input),
        input_subject(directory, prepared, "tool-outputs", &PreparedTask::outputs_input),
        input_subject(directory, prepared, "term-list", &PreparedTask::terms_input)})
    if (subject) subjects.push_back(*subject);
  const auto sealed = seal_package(directory.staging(), std::move(subjects),
                                   write_predicate(report, occasion), key);
  if (!sealed) return fmt::format("{}: {}", sealed.refusal().file, sealed.refusal().message);
  return std::nullopt;
}

}  // namespace keur
