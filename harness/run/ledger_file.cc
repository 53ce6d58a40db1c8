// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger_file.h"

#include <nlohmann/json.hpp>

#include "harness/run/version.h"
#include "harness/seal/digest.h"

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

Json describe_tasks(const Suite& suite) {
  Json tasks = Json::array();
  for (const Task& task : suite.tasks) {
    Json columns = Json::array(), groups = Json::array(), settings = Json::object();
    for (std::size_t i = 0; i < task.family->counted(task.settings); ++i)
      columns.push_back(task.family->columns[i].id);
    for (const Named& group : task.groups) groups.push_back(group.name);
    for (const auto& [key, value] : task.settings.choices) settings[key] = value;
    for (const auto& [key, value] : task.settings.milliseconds) settings[key + " (ms)"] = value;
    tasks.push_back({{"id", task.id},
                     {"kind", task.family->kind},
                     {"columns", columns},
                     {"groups", groups},
                     {"settings", settings}});
    if (!task.terms.name.empty()) tasks.back()["terms"] = sha256_hex(task.terms_text);
  }
  return tasks;
}

// `columns`: how many the line must have.
std::optional<Entry> read_entry(const Json& line, const Task& task, std::size_t columns) {
  Entry entry;
  entry.case_id = line.at("case").get<std::string>();
  entry.cluster = line.at("cluster").get<std::string>();
  entry.groups = line.at("groups").get<std::vector<std::string>>();
  entry.condition = line.at("condition").get<std::string>();
  entry.pair = line.at("pair").get<std::string>();
  const auto written = line.at("status").get<std::string>();
  bool known = false;
  for (const Status status : {Status::matched, Status::missing, Status::errored})
    if (written == name(status)) {
      entry.status = status;
      known = true;
    }
  const auto counts = line.at("counts").get<std::vector<double>>();
  entry.counts = Eigen::Map<const Row>(counts.data(), static_cast<Eigen::Index>(counts.size()));
  if (!known || counts.size() != columns ||
      entry.groups.size() != task.groups.size())
    return std::nullopt;
  return entry;
}

}  // namespace

std::string protocol_digest(const Suite& suite, const std::string& suite_sha256) {
  const Json protocol = {
      {"keur", program_version()}, {"suite", suite_sha256}, {"tasks", describe_tasks(suite)}};
  return sha256_hex(protocol.dump());
}

std::string ledger_header(const Suite& suite, const Prepared& prepared, bool anonymous) {
  Json inputs = Json::array();
  for (const PreparedTask& task : prepared.tasks)
    for (const InputRecord* input : task.inputs())
      inputs.push_back({{"role", input->role}, {"task", input->task}, {"sha256", input->sha256}});
  const Json header = {
      {"keur_ledger", 1},
      {"protocol", prepared.protocol},
      {"suite",
       {{"id", suite.id}, {"version", suite.version}, {"sha256", prepared.suite_input.sha256}}},
      {"names", anonymous ? "numbers" : "as given"},
      {"inputs", inputs},
      {"tasks", describe_tasks(suite)}};
  return header.dump() + "\n";
}

namespace {

// The entries behind the header, which takes `begin` bytes; `columns` a task.
std::optional<Resumed> read_entries(std::string_view text, std::size_t begin, const Suite& suite,
                                    const std::vector<std::size_t>& columns) {
  Resumed resumed;
  resumed.entries.resize(suite.tasks.size());
  resumed.bytes = begin;
  std::size_t end;
  while ((end = text.find('\n', resumed.bytes)) != std::string_view::npos) {
    try {
      const Json line = Json::parse(text.substr(resumed.bytes, end - resumed.bytes));
      const auto id = line.at("task").get<std::string>();
      std::size_t task = 0;
      while (task < suite.tasks.size() && suite.tasks[task].id != id) ++task;
      if (task == suite.tasks.size()) return std::nullopt;
      auto entry = read_entry(line, suite.tasks[task], columns[task]);
      if (!entry) return std::nullopt;
      resumed.entries[task].push_back(std::move(*entry));
    } catch (const Json::exception&) {
      return std::nullopt;
    }
    resumed.bytes = end + 1;
  }
  return resumed;
}

}  // namespace

std::optional<Resumed> read_unfinished_ledger(std::string_view text, const std::string& header,
                                              const Suite& suite) {
  if (!text.starts_with(header)) return std::nullopt;
  std::vector<std::size_t> columns;
  for (const Task& task : suite.tasks) columns.push_back(task.family->counted(task.settings));
  return read_entries(text, header.size(), suite, columns);
}

std::optional<std::vector<std::vector<Entry>>> read_ledger(std::string_view text,
                                                           const Suite& suite) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::vector<std::size_t> columns;
  try {
    const Json header = Json::parse(text.substr(0, end));
    for (std::size_t i = 0; i < suite.tasks.size(); ++i) {
      const Json& task = header.at("tasks").at(i);
      const Family& family = *suite.tasks[i].family;
      const auto ids = task.at("columns").get<std::vector<std::string>>();
      if (task.at("id") != suite.tasks[i].id || ids.size() > family.columns.size())
        return std::nullopt;
      for (std::size_t c = 0; c < ids.size(); ++c)
        if (ids[c] != family.columns[c].id) return std::nullopt;
      columns.push_back(ids.size());
    }
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  auto read = read_entries(text, end + 1, suite, columns);
  if (!read || read->bytes != text.size()) return std::nullopt;
  return std::move(read->entries);
}

}  // namespace keur
