// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/suite_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/data/input_file.h"
#include "harness/seal/escape.h"
#include "harness/suite/yaml.h"
#include "metrics/core/utf8.h"

namespace keur {

SuiteFile load_suite(const std::string& path, Diagnostics& problems) {
  SuiteFile loaded;
  const auto file = InputFile::open(path, {}, problems);
  if (!file) return loaded;
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
    return loaded;
  }
  // Places do not count the byte order mark.
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  loaded.sources[path] =
      text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  loaded.suite = read_suite(path, std::move(text), problems);
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

int refuse(Console& console, const Diagnostics& problems, const SourceTexts& sources) {
  write_out(console.err, show_diagnostics(problems, sources, console.err));
  return exit_usage;
}

}  // namespace keur
