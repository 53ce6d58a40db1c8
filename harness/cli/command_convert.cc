// SPDX-License-Identifier: Apache-2.0
// keur convert: one format of transcripts or tables into another, and nothing lost unseen.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/cli/suite_file.h"
#include "harness/cli/whole_output.h"
#include "harness/data/conversion.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

// "--from", or the ending of the path when it is empty; empty after a usage error.
std::string format_of(Console& console, const char* option, const std::string& name,
                      const std::string& path) {
  const std::string format = conversion_format(name, path);
  if (!format.empty()) return format;
  const std::vector<std::string> known = conversion_formats();
  if (name.empty())
    usage_error(console, fmt::format("the ending of '{}' names no format", escape_untrusted(path)),
                fmt::format("say it with {}: {}", option, listed(known)));
  else
    usage_error(console, fmt::format("{} '{}' is no format", option, escape_untrusted(name)),
                "formats: " + listed(known));
  return "";
}

std::set<std::string> words_of_list(const std::string& list) {
  std::set<std::string> words;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) words.insert(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string joined(const std::set<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ","));
}

// What would be lost must be named, all of it and nothing else: who names more believes something
// of the data that is not so.
int check_losses(Console& console, const std::string& from, const std::string& to,
                 const std::vector<Loss>& losses, const std::set<std::string>& given) {
  std::set<std::string> lost;
  for (const Loss& loss : losses) lost.insert(loss.what);
  if (lost == given) return 0;
  for (const std::string& name : given)
    if (lost.count(name) == 0)
      return usage_error(
          console, fmt::format("--lose names '{}', which is not lost", escape_untrusted(name)),
          lost.empty() ? "nothing is lost: leave --lose out" : "--lose " + joined(lost));
  std::size_t widest = 0;
  for (const std::string& name : lost) widest = std::max(widest, escape_untrusted(name).size());
  std::string list;
  for (const Loss& loss : losses) {
    if (given.count(loss.what) != 0) continue;
    std::string where = "not carried over";
    if (loss.count > 0) where = fmt::format("{} of them", loss.count);
    if (loss.line > 0) where += fmt::format(", first on line {}", loss.line);
    list += fmt::format("  {:{}}  {}\n", escape_untrusted(loss.what), widest, where);
  }
  write_out(console.err, fmt::format("keur: {} {} cannot hold all of {}\n{}"
                                     "  = hint: --lose {} converts without\n",
                                     console.err.paint("error:", "1;31"), escape_untrusted(to),
                                     escape_untrusted(from), list, escape_untrusted(joined(lost))));
  return exit_usage;
}

int convert_file(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {"FROM", "TO"});
  options.add()("from", po::value<std::string>()->default_value("", ""),
                "the format of FROM, where its ending does not say it")(
      "to", po::value<std::string>()->default_value("", ""),
      "the format of TO, where its ending does not say it")(
      "lose", po::value<std::string>()->default_value("", ""),
      "what may be lost, exactly: speaker,times")("force", "replace TO if it exists");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  const std::string from = (*values)["FROM"].as<std::string>();
  const std::string to = (*values)["TO"].as<std::string>();
  const bool force = values->count("force") != 0;

  const std::string from_format =
      format_of(console, "--from", (*values)["from"].as<std::string>(), from);
  if (from_format.empty()) return exit_usage;
  const std::string to_format = format_of(console, "--to", (*values)["to"].as<std::string>(), to);
  if (to_format.empty()) return exit_usage;
  if (to_format == "folder") return usage_error(console, "a folder can be read, not written");
  if (!force && ::access(to.c_str(), F_OK) == 0)
    return usage_error(console, fmt::format("'{}' exists already", escape_untrusted(to)),
                       "replace it with --force");

  Diagnostics problems;
  const auto file = InputFile::open(from, {}, problems);
  if (!file) return refuse(console, problems, {});
  const auto conversion = convert(*file, from_format, to, to_format, problems);
  if (!conversion) return refuse(console, problems, {});
  if (!file->unchanged())
    return usage_error(console,
                       fmt::format("'{}' changed while it was read", escape_untrusted(from)));
  const std::set<std::string> given = words_of_list((*values)["lose"].as<std::string>());
  if (const int code = check_losses(console, from, to, conversion->losses, given)) return code;
  if (const auto failure = write_whole(to, conversion->bytes, force))
    return usage_error(console, *failure);
  write_out(console.out, given.empty() ? fmt::format("{}: nothing was lost\n", escape_untrusted(to))
                                       : fmt::format("{}: without {}\n", escape_untrusted(to),
                                                     escape_untrusted(joined(given))));
  return exit_passed;
}

}  // namespace

const Command& command_convert();
const Command& command_convert() {
  static const Command command{
      "convert", "write transcripts or tables in another format, losing nothing unseen",
      "keur convert FROM TO [--from FORMAT] [--to FORMAT] [--lose WHAT,...] [--force]",
      "  keur convert visits.stm visits.seglst.json\n"
      "  keur convert visit-1.TextGrid visit-1.srt --lose speaker\n"
      "  keur convert transcripts/ outputs.csv\n",
      convert_file};
  return command;
}

}  // namespace keur
