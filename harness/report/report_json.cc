// SPDX-License-Identifier: Apache-2.0
#include "harness/report/report_json.h"

#include <fmt/format.h>

#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "harness/report/as_json.h"
#include "harness/report/json_writer.h"
#include "harness/report/report_fields.h"

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

// The report itself nests 6 deep; the bound keeps hostile documents off the stack.
constexpr int deepest = 16;

// Fills values from JSON; the first thing that is wrong stops it and is kept with its path.
class Reader {
 public:
  explicit Reader(std::string& error) : error_(error) {}

  bool read(const Json& json, std::string& value) {
    if (!json.is_string()) return wrong("expected a string");
    value = json.get<std::string>();
    return true;
  }
  bool read(const Json& json, bool& value) {
    if (!json.is_boolean()) return wrong("expected true or false");
    value = json.get<bool>();
    return true;
  }
  bool read(const Json& json, double& value) {
    if (!json.is_number()) return wrong("expected a number");
    value = json.get<double>();
    return true;
  }
  bool read(const Json& json, std::int64_t& value) {
    const bool too_large = json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX;
    if (!json.is_number_integer() || too_large) return wrong("expected a whole number");
    value = json.get<std::int64_t>();
    return true;
  }
  template <typename T>
  bool read(const Json& json, std::optional<T>& value) {
    value.reset();
    return json.is_null() || read(json, value.emplace());
  }
  template <typename T>
  bool read(const Json& json, std::vector<T>& values) {
    if (!json.is_array()) return wrong("expected a list");
    for (std::size_t i = 0; i < json.size(); ++i)
      if (!inside(fmt::format("[{}]", i), [&] { return read(json[i], values.emplace_back()); }))
        return false;
    return true;
  }
  template <Listed T>
  bool read(const Json& json, T& object) {
    if (!json.is_object()) return wrong("expected an object");
    std::set<std::string> known;
    bool whole = true;
    for_each_member(object, [&](const char* key, auto& member) {
      known.insert(key);
      whole = whole && inside(std::string(".") + key, [&] {
                const auto found = json.find(key);
                return found == json.end() ? wrong("is missing") : read(*found, member);
              });
    });
    if (!whole) return false;
    for (const auto& [key, value] : json.items())
      if (!known.contains(key)) return wrong(fmt::format("unknown key '{}'", key));
    return true;
  }

  bool wrong(std::string_view what) {
    const std::string_view at = path_;
    error_ = fmt::format("{}: {}", at.empty() ? "the report" : at.substr(1), what);
    return false;
  }

  template <typename Step>
  bool inside(const std::string& name, Step step) {
    const std::size_t length = path_.size();
    path_ += name;
    const bool good = step();
    path_.resize(length);
    return good;
  }

 private:
  std::string& error_;
  std::string path_;
};

using Words = std::initializer_list<std::string_view>;

bool one_of(Reader& reader, const std::string& path, const std::string& word, Words allowed) {
  for (const std::string_view candidate : allowed)
    if (word == candidate) return true;
  return reader.inside("." + path, [&] {
    return reader.wrong(fmt::format("expected one of {}", fmt::join(allowed, ", ")));
  });
}

const Words marks = {"correct", "substituted", "removed", "inserted", "heading"};

bool marks_are_known(Reader& reader, const TaskReport& task, const std::string& at) {
  const Words errors = {"substituted", "removed", "inserted", "forgiven"};
  for (const ConfusionTotal& total : task.confusions.totals)
    if (!one_of(reader, at + ".confusions.totals", total.mark, errors)) return false;
  for (const auto* list : {&task.confusions.errors, &task.confusions.forgiven})
    for (const Confusion& one : *list)
      if (!one_of(reader, at + ".confusions", one.mark, errors)) return false;
  for (const CriticalError& error : task.critical.list)
    for (const auto* pieces : {&error.before, &error.at, &error.after})
      for (const TextPiece& piece : *pieces)
        if (!one_of(reader, at + ".critical.list", piece.mark, marks)) return false;
  return true;
}

// Words that choose what a page says must be words the pages know.
bool vocabulary_is_known(Reader& reader, const Report& report) {
  const Words verdicts = {"pass", "fail", "inconclusive", "not_estimable"};
  if (!one_of(reader, "burden", report.burden, {"tool", "regression"}) ||
      !one_of(reader, "redaction", report.redaction, {"counts", "ids", "text"}) ||
      !one_of(reader, "verdict", report.verdict, {"pass", "fail", "inconclusive"}))
    return false;
  for (std::size_t g = 0; g < report.gates.size(); ++g) {
    const GateReport& gate = report.gates[g];
    const std::string at = fmt::format("gates[{}]", g);
    if (!one_of(reader, at + ".quantity", gate.quantity, {"value", "difference", "ratio"}) ||
        !one_of(reader, at + ".direction", gate.direction, {"at_most", "at_least", "within"}) ||
        !one_of(reader, at + ".severity", gate.severity, {"must", "should"}) ||
        !one_of(reader, at + ".verdict", gate.verdict, verdicts))
      return false;
    for (std::size_t p = 0; p < gate.parts.size(); ++p) {
      const std::string part = fmt::format("{}.parts[{}]", at, p);
      if (!one_of(reader, part + ".verdict", gate.parts[p].verdict, verdicts)) return false;
      for (const OtherWay& way : gate.parts[p].other_ways)
        if (!one_of(reader, part + ".other_ways", way.verdict, verdicts)) return false;
    }
  }
  for (std::size_t t = 0; t < report.tasks.size(); ++t)
    for (std::size_t w = 0; w < report.tasks[t].worst.size(); ++w) {
      const WorstCase& worst = report.tasks[t].worst[w];
      const std::string at = fmt::format("tasks[{}].worst[{}]", t, w);
      if (!one_of(reader, at + ".status", worst.status, {"matched", "missing", "errored"}))
        return false;
      for (const TextPiece& piece : worst.text)
        if (!one_of(reader, at + ".text", piece.mark, marks)) return false;
    }
  for (std::size_t t = 0; t < report.tasks.size(); ++t)
    if (!marks_are_known(reader, report.tasks[t], fmt::format("tasks[{}]", t))) return false;
  return true;
}

// nlohmann keeps the last of two equal keys and nests without bound; both are watched here.
std::optional<Json> parse(std::string_view document, std::string& error) {
  std::vector<std::set<std::string>> keys;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
    // The parser goes on behind what it was told to drop, and tells less of it.
    if (!error.empty()) return false;
    if (depth > deepest) error = "nested too deeply";
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end && !keys.empty()) keys.pop_back();
    if (event == Json::parse_event_t::key && !keys.empty()) {
      const auto& key = value.get_ref<const std::string&>();
      if (!keys.back().insert(key).second) error = fmt::format("the key '{}' is given twice", key);
    }
    return error.empty();
  };
  if (document.starts_with("\xEF\xBB\xBF")) {
    error = "starts with a byte order mark";
    return std::nullopt;
  }
  try {
    Json json = Json::parse(document, watch);
    if (error.empty()) return json;
  } catch (const Json::parse_error& problem) {
    if (error.empty()) error = fmt::format("not JSON, at byte {}", problem.byte);
  } catch (const Json::exception&) {
    error = "holds a number that is out of range";
  }
  return std::nullopt;
}

}  // namespace

std::string write_json(const Report& report) { return json_text(as_json(report)); }

std::optional<Report> read_json(std::string_view document, std::string& error) {
  error.clear();
  const std::optional<Json> json = parse(document, error);
  if (!json) return std::nullopt;
  // Before anything else: another schema has other keys, and "unknown key" would mislead.
  if (json->is_object() && json->contains("schema") && json->at("schema") != 1) {
    error = "schema: this program reads 1";
    return std::nullopt;
  }
  Reader reader(error);
  Report report;
  if (!reader.read(*json, report) || !vocabulary_is_known(reader, report)) return std::nullopt;
  return report;
}

}  // namespace keur
