// SPDX-License-Identifier: Apache-2.0
#include "harness/run/prepare.h"

#include <fmt/format.h>

#include <filesystem>
#include <future>

#include "harness/run/cut_output.h"
#include "harness/run/ledger_file.h"
#include "harness/seal/digest.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

InputRecord input(const char* role, const std::string& task, const std::string& written) {
  InputRecord record;
  record.role = role;
  record.task = task;
  record.path = written;
  return record;
}

void digest_file(const InputFile& file, InputRecord& record) {
  Sha256 digest;
  std::string buffer(std::size_t{1} << 18, '\0');
  std::uint64_t offset = 0;
  while (const std::size_t count = file.read_at(offset, buffer.data(), buffer.size())) {
    digest.update({buffer.data(), count});
    offset += count;
  }
  record.bytes = offset;
  record.sha256 = digest.hex();
}

// The list was read with the suite; what was read then is what is judged by.
InputRecord terms_input(const Task& task) {
  if (task.terms.name.empty()) return {};
  InputRecord record = input("term-list", task.id, task.terms.name);
  record.bytes = task.terms_text.size();
  record.sha256 = sha256_hex(task.terms_text);
  record.records = task.settings.terms.concepts.size();
  return record;
}

std::optional<PreparedTask> prepare_task(const Suite& suite, const Task& task,
                                         const std::string* replaced, int threads,
                                         Diagnostics& problems) {
  InputRecord cases_input = input("reference-dataset", task.id, task.cases.file.name);
  auto cases = open_source(task.cases, task.family->of_recordings,
                           resolve(suite.path, task.cases.file.name), problems);
  std::future<void> digested;
  if (cases)
    digested = std::async(threads > 1 ? std::launch::async : std::launch::deferred,
                          [&] { digest_file(cases->file, cases_input); });

  if (!replaced && task.outputs.file.name.empty()) {
    problems.push_back(
        {"suite-no-outputs", Severity::error, task.span,
         fmt::format("task '{}' has no outputs to judge", task.id), "",
         fmt::format("add file: to its outputs, or give --outputs {}=FILE", task.id)});
    return std::nullopt;
  }
  InputRecord outputs_input =
      input("tool-outputs", task.id, replaced ? *replaced : task.outputs.file.name);
  outputs_input.replaced = replaced != nullptr;
  Table table = task.outputs;
  if (replaced) table.file = {};  // its place in the suite is not where the name comes from
  auto outputs =
      open_source(table, task.family->of_recordings,
                  replaced ? *replaced : resolve(suite.path, task.outputs.file.name), problems);
  if (!outputs) return std::nullopt;
  if (cases && !table.cut.name.empty() && !cut_output(table, *cases, *outputs, problems))
    return std::nullopt;

  Sha256 digest;
  OutputIndex index(*outputs, task.outputs.id.name, problems, [&](std::string_view bytes) {
    digest.update(bytes);
    outputs_input.bytes += bytes.size();
  });
  outputs_input.sha256 = digest.hex();
  outputs_input.records = index.size();
  if (!cases) return std::nullopt;
  digested.get();
  return PreparedTask{std::move(*cases),      std::move(*outputs),      std::move(index),
                      std::move(cases_input), std::move(outputs_input), terms_input(task)};
}

}  // namespace

std::string resolve(const std::string& suite_path, const std::string& written) {
  return (std::filesystem::path(suite_path).parent_path() / written).lexically_normal().string();
}

std::optional<Prepared> prepare(const Suite& suite,
                                const std::map<std::string, std::string>& outputs,
                                Diagnostics& problems, int threads) {
  Prepared prepared;
  prepared.suite_input = input("suite", "", suite.path);
  prepared.suite_input.sha256 = sha256_hex(suite.text);
  prepared.suite_input.bytes = suite.text.size();

  std::vector<std::string> known;
  for (const Task& task : suite.tasks) known.push_back(task.id);
  for (const auto& [id, path] : outputs)
    if (std::find(known.begin(), known.end(), id) == known.end())
      problems.push_back({"usage-unknown-task",
                          Severity::error,
                          {"--outputs", 0, 0, 0},
                          fmt::format("'{}' is not a task of this suite", id),
                          "",
                          "tasks here: " + listed(known)});

  for (const Task& task : suite.tasks) {
    const auto replaced = outputs.find(task.id);
    auto ready = prepare_task(suite, task, replaced == outputs.end() ? nullptr : &replaced->second,
                              threads, problems);
    if (ready) prepared.tasks.push_back(std::move(*ready));
  }
  if (prepared.tasks.size() != suite.tasks.size()) return std::nullopt;
  prepared.protocol = protocol_digest(suite, prepared.suite_input.sha256);
  return prepared;
}

}  // namespace keur
