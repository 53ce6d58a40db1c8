// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/suite.h"

#include <fmt/format.h>


#include "harness/suite/keys.h"
#include "harness/suite/read_gate.h"
#include "harness/suite/read_task.h"
#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<Key> suite_keys = {
    {"keur", true, "the version of this file format: 1"},
    {"suite", true, "a short name: letters, digits, - _ ."},
    {"version", true, "the version of the suite: 1.0.0"},
    {"title", true, "what is tested, in a line"},
    {"burden", true,
     "tool (it must prove that it is good enough) or regression (harm must be proven)"},
    {"confidence", false, "of every interval: 95%"},
    {"looks", false, "declared interim looks: {planned: 3, this: 1, boundary: obrien-fleming}"},
    {"seed", true, "a whole number; a date will do"},
    {"tasks", true, "what is judged"},
    {"gates", true, "what counts as a pass"},
};

void refuse(Diagnostics& problems, const char* code, const Span& span, std::string message,
            std::string hint = "") {
  problems.push_back({code, Severity::error, span, std::move(message), "", std::move(hint)});
}

// Names go into file names, identifiers and tables: letters, digits and - _ . only.
void check_name(const std::string& name, const Span& span, const char* what,
                Diagnostics& problems) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  if (name.empty()) return;
  if (name.find_first_not_of(allowed) != std::string::npos || name.size() > 64 ||
      std::string_view("-_.").find(name[0]) != std::string_view::npos)
    refuse(problems, "suite-name", span, fmt::format("{} '{}' is not a plain name", what, name),
           "letters, digits and - _ . only, at most 64, a letter or digit first");
}

// The entries of a list that must not be empty.
const std::vector<Yaml>* entries(const Keys& keys, const char* key, Diagnostics& problems) {
  const Yaml* list = keys.find(key);
  if (!list) return nullptr;
  if (list->kind != Yaml::Kind::list || list->items.empty()) {
    refuse(problems, "suite-empty-list", list->span,
           fmt::format("'{}' must be a list with an entry", key),
           fmt::format("a suite without {} decides nothing", key));
    return nullptr;
  }
  return &list->items;
}

template <class Entry>
void check_unique(const std::vector<Entry>& all, const char* what, Diagnostics& problems) {
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (!all[i].id.empty() && all[i].id == all[j].id) {
        refuse(problems, "suite-duplicate-id", all[i].span,
               fmt::format("{} '{}' exists already on line {}", what, all[i].id, all[j].span.line));
        break;
      }
}

const std::vector<Key> looks_keys = {
    {"planned", true, "how often the study is looked at, the last time included"},
    {"this", true, "which of the looks this run is: 1 for the first"},
    {"boundary", false, "obrien-fleming (strict early) or pocock (the same at each); obrien-fleming"},
};

std::optional<Looks> read_looks(const Yaml& value, Diagnostics& problems) {
  const Keys keys(value, "looks", looks_keys, problems);
  const std::size_t before = problems.size();
  Looks looks;
  const auto whole = [&](const char* key) {
    const Yaml* number = keys.find(key);
    if (!number) return 0;
    const auto read = read_number(*number, key, problems);
    if (read && *read == static_cast<int>(*read) && *read >= 1 && *read <= most_looks)
      return static_cast<int>(*read);
    if (read)
      refuse(problems, "suite-looks", number->span,
             fmt::format("'{}' must be a whole number from 1 to {}", key, most_looks));
    return 0;
  };
  looks.planned = whole("planned");
  looks.current = whole("this");
  const auto boundary = keys.text("boundary");
  looks.pocock = boundary.name == "pocock";
  if (!boundary.name.empty() && boundary.name != "pocock" && boundary.name != "obrien-fleming")
    refuse(problems, "suite-unknown-choice", boundary.span,
           fmt::format("'{}' is not a value of 'boundary'", boundary.name),
           "write obrien-fleming or pocock");
  if (looks.current > looks.planned && looks.planned > 0)
    refuse(problems, "suite-looks", value.span,
           fmt::format("look {} of {} planned ones", looks.current, looks.planned),
           "a look that was not planned gives the tool another chance; plan them beforehand");
  if (problems.size() != before || looks.planned == 0 || looks.current == 0) return std::nullopt;
  return looks;
}

void read_head(const Keys& keys, Suite& suite, Diagnostics& problems) {
  const auto format = keys.text("keur");
  if (!format.name.empty() && format.name != "1")
    refuse(problems, "suite-format", format.span,
           fmt::format("this program reads suite format 1, not '{}'", format.name));
  const auto id = keys.text("suite");
  suite.id = id.name;
  check_name(suite.id, id.span, "suite", problems);
  const auto version = keys.text("version");
  suite.version = version.name;
  check_name(suite.version, version.span, "version", problems);
  suite.title = keys.text("title").name;
  const auto burden = keys.text("burden");
  if (burden.name == "regression")
    suite.burden = Burden::regression;
  else if (!burden.name.empty() && burden.name != "tool")
    refuse(problems, "suite-burden", burden.span,
           fmt::format("'{}' is not a burden of proof", burden.name),
           "tool: it must prove that it is good enough; regression: harm must be proven");
  if (const Yaml* value = keys.find("confidence"))
    if (const auto confidence = read_proportion(*value, "confidence", problems)) {
      suite.confidence = *confidence;
      if (*confidence < 0.5 || *confidence > 0.9999)
        refuse(problems, "suite-confidence", value->span,
               "confidence must lie between 50% and 99.99%", "95% is customary");
    }
  if (const Yaml* value = keys.find("looks")) suite.looks = read_looks(*value, problems);
  if (const Yaml* value = keys.find("seed"))
    suite.seed = read_seed(*value, "seed", problems).value_or("");
}

}  // namespace

std::optional<Suite> read_suite(const std::string& path, std::string text, Diagnostics& problems) {
  const std::size_t before = problems.size();
  const auto root = read_yaml(text, path, problems);
  if (!root) {
    sort_by_place(problems, before);
    return std::nullopt;
  }

  Suite suite;
  suite.path = path;
  suite.text = std::move(text);
  const Keys keys(*root, "the suite", suite_keys, problems);
  read_head(keys, suite, problems);

  bool tasks_known = true;
  if (const auto* tasks = entries(keys, "tasks", problems)) {
    for (const Yaml& entry : *tasks) {
      if (auto task = read_task(entry, problems)) {
        check_name(task->id, task->span, "task", problems);
        suite.tasks.push_back(std::move(*task));
      } else {
        tasks_known = false;
      }
    }
  }
  check_unique(suite.tasks, "task", problems);

  if (const auto* gates = entries(keys, "gates", problems);
      gates && tasks_known && !suite.tasks.empty()) {
    for (const Yaml& entry : *gates)
      if (auto gate = read_gate(entry, suite.tasks, problems)) {
        check_name(gate->id, gate->span, "gate", problems);
        suite.gates.push_back(std::move(*gate));
      }
    check_unique(suite.gates, "gate", problems);
  }

  sort_by_place(problems, before);
  if (problems.size() != before) return std::nullopt;
  return suite;
}

const Metric& main_metric(const Suite& suite, std::size_t task) {
  for (const Gate& gate : suite.gates)
    if (gate.task == task) return *gate.metric;
  return suite.tasks[task].family->metrics.front();
}

}  // namespace keur
