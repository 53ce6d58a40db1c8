// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/suite_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/data/input_file.h"
#include "harness/run/prepare.h"
#include "harness/seal/escape.h"
#include "harness/suite/read_terms.h"
#include "harness/suite/yaml.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

// A YAML file, whole, and what its lines are for show_diagnostics. `place` is where the suite names
// it.
std::optional<std::string> load_yaml(const std::string& path, const Span& place,
                                     SourceTexts& sources, Diagnostics& problems) {
  const auto file = InputFile::open(path, place, problems);
  if (!file) return std::nullopt;
  // One byte more than is allowed is enough to refuse it.
  std::string text(std::min<std::size_t>(static_cast<std::size_t>(file->size()), largest_suite + 1),
                   '\0');
  text.resize(file->read_at(0, text.data(), text.size()));
  if (const auto bad = first_invalid_utf8(text)) {
    const auto line =
        1 + static_cast<std::size_t>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    problems.push_back({"suite-utf8",
                        Severity::error,
                        {path, line, 0, 0},
                        "this is not valid UTF-8",
                        "",
                        "convert the file to UTF-8: iconv -f windows-1252 -t utf-8"});
    return std::nullopt;
  }
  // Places do not count the byte order mark.
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  sources[path] = text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  return text;
}

void load_terms(SuiteFile& loaded, Diagnostics& problems) {
  const std::size_t before = problems.size();
  for (Task& task : loaded.suite->tasks) {
    if (task.terms.name.empty()) continue;
    const std::string path = resolve(loaded.suite->path, task.terms.name);
    auto text = load_yaml(path, task.terms.span, loaded.sources, problems);
    if (!text) continue;
    task.terms_text = std::move(*text);
    if (auto terms = read_terms(path, task.terms_text, problems))
      task.settings.terms = std::move(*terms);
  }
  if (problems.size() != before) loaded.suite.reset();
}

}  // namespace

SuiteFile load_suite(const std::string& path, Diagnostics& problems) {
  SuiteFile loaded;
  auto text = load_yaml(path, {}, loaded.sources, problems);
  if (!text) return loaded;
  loaded.suite = read_suite(path, std::move(*text), problems);
  if (loaded.suite) load_terms(loaded, problems);
  return loaded;
}

std::optional<std::map<std::string, std::string>> output_files(
    Console& console, const std::vector<std::string>& given) {
  std::map<std::string, std::string> files;
  for (const std::string& pair : given) {
    const std::size_t equals = pair.find('=');
    const bool whole = equals != std::string::npos && equals > 0 && equals + 1 < pair.size();
    if (!whole) {
      usage_error(console, fmt::format("--outputs '{}' is not TASK=FILE", escape_untrusted(pair)),
                  "for example --outputs dictation=vendor/outputs.jsonl");
      return std::nullopt;
    }
    if (!files.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second) {
      usage_error(console, fmt::format("--outputs names the task '{}' twice",
                                       escape_untrusted(pair.substr(0, equals))));
      return std::nullopt;
    }
  }
  return files;
}

std::optional<SuiteCall> read_suite_call(const Command& self, Console& console,
                                         const std::vector<std::string>& arguments,
                                         int& exit_code) {
  using Words = std::vector<std::string>;
  Options options(self, {"SUITE"});
  options.add()("outputs", boost::program_options::value<Words>()->default_value({}, ""),
                "TASK=FILE: the tool's outputs, instead of those the suite names");
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return std::nullopt;
  auto outputs = output_files(console, (*values)["outputs"].as<Words>());
  if (!outputs) {
    exit_code = exit_usage;
    return std::nullopt;
  }
  Diagnostics problems;
  SuiteFile file = load_suite((*values)["SUITE"].as<std::string>(), problems);
  if (!file.suite) {
    exit_code = refuse(console, problems, file.sources);
    return std::nullopt;
  }
  return SuiteCall{std::move(file), std::move(*outputs)};
}

int refuse(Console& console, const Diagnostics& problems, const SourceTexts& sources) {
  write_out(console.err, show_diagnostics(problems, sources, console.err));
  return exit_usage;
}

}  // namespace keur
