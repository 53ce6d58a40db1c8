// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/plan_options.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "harness/cli/exit_code.h"
#include "harness/seal/escape.h"
#include "harness/suite/scalar.h"

namespace keur {
namespace {

using Words = std::vector<std::string>;

// 8%, 0.08, "3 points", 1.2x or 1.2.
std::optional<double> value_of(std::string text) {
  if (const auto points = points_of(text)) return points;
  double unit = 1;
  if (text.ends_with('%')) unit = 0.01;
  if (text.ends_with('%') || text.ends_with('x')) text.pop_back();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return unit == 1 ? value : value / 100;
}

std::optional<long> whole(const std::string& text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 1'000'000)
    return std::nullopt;
  return value;
}

class PlanReader {
 public:
  PlanReader(Console& console, const boost::program_options::variables_map& values)
      : console_(console), values_(values) {}

  std::optional<PlanCall> read() {
    const bool well =
        pairs("true", true, call_.assumed.truth, "--true words=8%",
              [](double) { return true; }) &&
        pairs("base", true, call_.assumed.base, "--base accent=8%", inside) &&
        pairs("spread", true, call_.assumed.spread, "--spread words=4%",
              [](double value) { return value > 0 && value < 1; }) &&
        pairs("units", false, call_.assumed.units, "--units 300 or --units words=300",
              [](double value) { return value >= 1; }) &&
        clusters() && share("icc", call_.assumed.correlation, "--icc 0.05") &&
        share("pairing", call_.assumed.pairing, "--pairing 0.5") && power();
    if (!well) return std::nullopt;
    return call_;
  }

 private:
  static bool inside(double value) { return value > 0 && value < 1; }

  bool refuse(std::string_view option, const std::string& text, std::string_view example) {
    usage_error(console_, fmt::format("--{} '{}' says nothing", option, escape_untrusted(text)),
                fmt::format("for example {}", example));
    return false;
  }

  Words words(const char* option) const { return values_[option].as<Words>(); }

  // GATE=VALUE; where no gate is needed, VALUE alone is for all of them.
  template <typename Fits>
  bool pairs(const char* option, bool needs_gate, std::map<std::string, double>& into,
             std::string_view example, Fits fits) {
    for (const std::string& text : words(option)) {
      const std::size_t sign = text.find('=');
      const bool has_gate = sign != std::string::npos;
      const auto value = value_of(has_gate ? text.substr(sign + 1) : text);
      if (!value || !fits(*value) || (has_gate ? sign == 0 : needs_gate))
        return refuse(option, text, example);
      into[has_gate ? text.substr(0, sign) : ""] = *value;
    }
    return true;
  }

  bool clusters() {
    for (const std::string& text : words("clusters")) {
      const std::size_t sign = text.rfind('=');
      const bool named = sign != std::string::npos;
      const auto count = whole(named ? text.substr(sign + 1) : text);
      if (!count || (named && text.find('/') >= sign))
        return refuse("clusters", text, "--clusters 40 or --clusters accent/british=20");
      if (named)
        call_.assumed.of_group[text.substr(0, sign)] = *count;
      else
        call_.assumed.clusters = *count;
    }
    return true;
  }

  bool share(const char* option, std::optional<double>& into, std::string_view example) {
    if (!values_.count(option)) return true;
    const std::string text = values_[option].as<std::string>();
    into = value_of(text);
    return (into && *into >= 0 && *into <= 1) || refuse(option, text, example);
  }

  bool power() {
    const std::string text = values_["power"].as<std::string>();
    const auto value = value_of(text);
    if (!value || !inside(*value)) return refuse("power", text, "--power 80%");
    call_.power_wanted = *value;
    return true;
  }

  Console& console_;
  const boost::program_options::variables_map& values_;
  PlanCall call_;
};

}  // namespace

void add_plan_options(Options& options) {
  namespace po = boost::program_options;
  const auto several = [] { return po::value<Words>()->default_value({}, ""); };
  options.add()("clusters", several(),
                "N speakers in all, or GATE/LEVEL=N of a group; default: the data's")(
      "units", several(), "N words a speaker, or GATE=N; default: the data's")(
      "true", several(), "GATE=VALUE: what the tool is assumed to be; default: half-way between "
                         "ideal and limit")(
      "base", several(), "GATE=VALUE: what it is in the group or condition compared with")(
      "icc", po::value<std::string>(),
      "intracluster correlation of the errors; default: the pilot's, else 0.05")(
      "spread", several(), "GATE=POINTS: the standard deviation between speakers, instead")(
      "pairing", po::value<std::string>(),
      "correlation of one speaker's errors in two conditions; default: the pilot's, else 0.5")(
      "pilot", po::value<std::string>(), "a finished run of the suite to take all of these from")(
      "power", po::value<std::string>()->default_value("80%"),
      "what is less likely to pass is warned of")(
      "html", po::value<std::string>(), "write the plan as a page, with drawings")(
      "json", po::value<std::string>(), "write every number as JSON")(
      "force", "replace a file that is there");
}

std::optional<PlanCall> read_plan_options(Console& console,
                                          const boost::program_options::variables_map& values) {
  return PlanReader(console, values).read();
}

}  // namespace keur
