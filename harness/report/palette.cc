// SPDX-License-Identifier: Apache-2.0
#include "harness/report/palette.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace keur {
namespace {

constexpr Colour colours[] = {
    {"paper", "#fdfcf9", "#15171b", true}, {"panel", "#f4f2ec", "#1f2228", true},
    {"zone", "#e7efe8", "#1d2f27", true},  // the side of the limit a tool may be on
    {"ink", "#1d2127", "#e8e6e1"},         {"soft", "#5a616b", "#a9afb8"},
    {"mark", "#1f4f7d", "#8db9ea"},        {"pass", "#17663a", "#71cf99"},
    {"fail", "#a51f1a", "#ff938a"},        {"open", "#7b5200", "#e6b755"},
    {"none", "#56595f", "#b1b5bb"},        {"line", "#d9d5cb", "#383d46", false, true},
};

double linear(std::string_view colour, std::size_t at) {
  const double level = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
  return level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
}

}  // namespace

std::span<const Colour> palette() { return colours; }

std::string_view colour(std::string_view name) {
  for (const Colour& candidate : colours)
    if (candidate.name == name) return candidate.light;
  throw std::logic_error("no such colour in the palette");
}

double contrast(std::string_view one, std::string_view other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace keur
