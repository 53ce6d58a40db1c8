// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/package_writer.h"

#include <fmt/format.h>

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
// list of digests that `sha256sum -c` can check.
Subject input_subject(const ReportDirectory& directory, const Prepared& prepared, const char* role,
                      const InputRecord PreparedTask::*input) {
  if (prepared.tasks.size() == 1) {
    const InputRecord& only = prepared.tasks[0].*input;
    return {role, fmt::format("inputs/{}/{}", role, plain_name(only.path)),
            "application/octet-stream", only.sha256};
  }
  std::string manifest;
  for (const PreparedTask& task : prepared.tasks)
    manifest += fmt::format("{}  {}/{}\n", (task.*input).sha256, (task.*input).task,
                            plain_name((task.*input).path));
  const std::string name = fmt::format("evidence/{}.sha256", role);
  directory.write(name, manifest);
  return {role, name, "text/plain", ""};
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
      input_subject(directory, prepared, "reference-dataset", &PreparedTask::cases_input),
      input_subject(directory, prepared, "tool-outputs", &PreparedTask::outputs_input),
  };
  const auto sealed = seal_package(directory.staging(), std::move(subjects),
                                   write_predicate(report, occasion), key);
  if (!sealed) return fmt::format("{}: {}", sealed.refusal().file, sealed.refusal().message);
  return std::nullopt;
}

}  // namespace keur
