// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/show_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "harness/run/output_index.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

std::string_view line_of(std::string_view text, std::size_t number) {
  for (std::size_t i = 1; i < number; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// Tabs as one space, anything unprintable escaped: then bytes before the caret and columns before
// the caret differ only by UTF-8 continuation bytes.
std::string printable(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '\t', ' ');
  return escape_untrusted(plain);
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void show_source(std::string& out, const Diagnostic& problem, std::string_view line,
                 const Terminal& terminal) {
  constexpr std::size_t widest = 160;
  const std::size_t before = std::min(problem.span.column - 1, line.size());
  const std::string margin = fmt::format("{:>5} | ", problem.span.line);
  out += margin + printable(line.substr(0, widest)) + "\n";
  if (before > widest) return;
  const std::size_t room = columns(printable(line.substr(before)));
  const std::size_t wide = std::clamp<std::size_t>(
      columns(line.substr(before, problem.span.length)), 1, std::max<std::size_t>(room, 1));
  const std::string caret = "^" + std::string(wide - 1, '~');
  out += std::string(margin.size() - 2, ' ') + "| " +
         std::string(columns(printable(line.substr(0, before))), ' ') +
         terminal.paint(caret, "1;32");
  if (!problem.label.empty()) out += " " + terminal.paint(escape_untrusted(problem.label), "32");
  out += "\n";
}

void show_one(std::string& out, const Diagnostic& problem, const SourceTexts& sources,
              const Terminal& terminal) {
  const Span& span = problem.span;
  std::string place = escape_untrusted(span.file);
  if (span.line) place += fmt::format(":{}", span.line);
  if (span.line && span.column) place += fmt::format(":{}", span.column);
  const bool error = problem.severity == Severity::error;
  out += fmt::format("{}: {} {} [{}]\n", terminal.paint(place, "1"),
                     terminal.paint(error ? "error:" : "warning:", error ? "1;31" : "1;33"),
                     escape_untrusted(problem.message), problem.code);
  const auto source = sources.find(span.file);
  const bool shown = source != sources.end() && span.line && span.column;
  if (shown)
    show_source(out, problem, line_of(source->second, span.line), terminal);
  else if (!problem.label.empty())
    out += fmt::format("      = note: {}\n", escape_untrusted(problem.label));
  if (!problem.hint.empty())
    out += fmt::format("      = hint: {}\n", escape_untrusted(problem.hint));
}

}  // namespace

std::string show_diagnostics(const Diagnostics& problems, const SourceTexts& sources,
                             const Terminal& terminal) {
  std::string out;
  std::size_t shown = 0;
  // A field misspelt in the suite is missing in every record: a few of those tell it all.
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> alike;
  for (const Diagnostic& problem : problems) {
    if (shown == most_shown) break;
    if (++alike[{problem.span.file, problem.code, problem.message}] > most_alike) continue;
    ++shown;
    show_one(out, problem, sources, terminal);
  }
  if (problems.size() > shown) out += fmt::format("... and {} more\n", problems.size() - shown);
  const auto errors = static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(),
                    [](const Diagnostic& problem) { return problem.severity == Severity::error; }));
  // Reading a file ends at so many.
  const bool cut = errors >= most_problems;
  if (errors > 0)
    out += fmt::format("{}{} error{}; nothing was judged\n", errors, cut ? " or more" : "",
                       errors == 1 ? "" : "s");
  return out;
}

}  // namespace keur
