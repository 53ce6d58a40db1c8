// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/options.h"

#include <fmt/format.h>

#include <sstream>

#include "harness/cli/exit_code.h"
#include "harness/seal/escape.h"
#include "harness/suite/spelling.h"

namespace keur {

namespace po = boost::program_options;

namespace {

// Without guessing: --verb must not silently mean --verbose.
constexpr int strict_style =
    po::command_line_style::default_style & ~po::command_line_style::allow_guessing;

std::optional<ColourFlag> colour_flag(const std::string& text) {
  if (text == "auto") return ColourFlag::automatic;
  if (text == "always") return ColourFlag::always;
  if (text == "never") return ColourFlag::never;
  return std::nullopt;
}

}  // namespace

Options::Options(const Command& command, std::vector<std::string> positional)
    : command_(command), positional_(std::move(positional)) {}

std::optional<po::variables_map> Options::parse(Console& console,
                                                const std::vector<std::string>& arguments,
                                                int& exit_code) {
  shown_.add_options()("color", po::value<std::string>()->default_value("auto"),
                       "auto, always or never")("help,h", "show this help");
  po::options_description all;
  all.add(shown_);
  po::positional_options_description places;
  for (const std::string& name : positional_) {
    all.add_options()(name.c_str(), po::value<std::string>());
    places.add(name.c_str(), 1);
  }

  po::variables_map values;
  const auto help_hint = fmt::format("keur {} --help shows every option", command_.name);
  try {
    po::store(po::command_line_parser(arguments)
                  .options(all)
                  .positional(places)
                  .style(strict_style)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    std::vector<std::string> known;
    for (const auto& option : shown_.options()) known.push_back(option->long_name());
    std::string written = error.get_option_name();
    written.erase(0, written.find_first_not_of('-'));
    const std::string near = nearest(written, known);
    exit_code = usage_error(
        console, fmt::format("unknown option {}", escape_untrusted(error.get_option_name())),
        near.empty() ? help_hint : fmt::format("did you mean --{}?", near));
    return std::nullopt;
  } catch (const po::error& error) {
    exit_code = usage_error(console, escape_untrusted(error.what()), help_hint);
    return std::nullopt;
  }

  const auto colour = colour_flag(values["color"].as<std::string>());
  if (!colour) {
    exit_code = usage_error(console, "--color must be auto, always or never");
    return std::nullopt;
  }
  console.out = look_at(1, *colour);
  console.err = look_at(2, *colour);
  if (values.count("help")) {
    std::ostringstream options;
    options << shown_;
    write_out(console.out, fmt::format("{}\n\n  {}\n\nExamples:\n{}\n{}", command_.summary,
                                       command_.synopsis, command_.examples, options.str()));
    exit_code = exit_passed;
    return std::nullopt;
  }
  for (const std::string& name : positional_)
    if (!values.count(name)) {
      exit_code =
          usage_error(console, fmt::format("{} is missing", name), std::string(command_.synopsis));
      return std::nullopt;
    }
  return values;
}

int usage_error(Console& console, const std::string& message, const std::string& hint) {
  std::string text = fmt::format("keur: {} {}\n", console.err.paint("error:", "1;31"), message);
  if (!hint.empty()) text += fmt::format("  = hint: {}\n", hint);
  write_out(console.err, text);
  return exit_usage;
}

}  // namespace keur
