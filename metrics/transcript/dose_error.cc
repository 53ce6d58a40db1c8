// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/dose_error.h"

#include <optional>

#include "metrics/quantity/units.h"

namespace keur::transcript {
namespace {

// "factor1000" for 1000 and 1/1000; empty for what is no power of ten.
std::string power_of_ten(const std::optional<Rational>& ratio) {
  if (!ratio) return {};
  std::int64_t rest = ratio->is_whole()       ? ratio->numerator
                      : ratio->numerator == 1 ? ratio->denominator
                                              : 0;
  std::string name = "factor1";
  for (; rest > 1 && rest % 10 == 0; rest /= 10) name += '0';
  return rest == 1 && name.size() > 7 ? name : std::string();
}

// 0,25 as it is read with the mark left out: 25.
std::string without_mark(Rational value) {
  std::string digits = decimal_text(value, ',');
  if (const auto mark = digits.find(','); mark != std::string::npos) digits.erase(mark, 1);
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? digits : digits.substr(first);
}

bool neighbours_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i + 1 < a.size(); ++i)
    if (a[i] != b[i])
      return a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
  return false;
}

std::string detail_of_values(const Quantity& reference, const Quantity& output) {
  if (reference.values.size() != 1 || output.values.size() != 1) return {};
  const Rational said = reference.values.front(), written = output.values.front();
  const auto from = measure(reference.unit), to = measure(output.unit);
  if (reference.unit == output.unit) {
    if (!said.is_whole() && without_mark(said) == decimal_text(written, ',')) return "decimal_lost";
    if (neighbours_swapped(decimal_text(said, ','), decimal_text(written, ',')))
      return "digit_transposed";
  }
  if (!from || !to || from->base != to->base) return {};
  const auto a = product(said, from->factor), b = product(written, to->factor);
  return a && b ? power_of_ten(quotient(*b, *a)) : std::string();
}

std::string detail_of_units(std::string_view reference, std::string_view output) {
  const auto from = measure(reference), to = measure(output);
  if (!from || !to || from->base != to->base) return {};
  return power_of_ten(quotient(to->factor, from->factor));
}

}  // namespace

DoseError dose_error(const Quantity& reference, const Quantity& output) {
  if (reference.kind == output.kind && reference.values == output.values &&
      reference.unit != output.unit) {
    if (output.unit.empty()) return {"unit_missing", {}};
    return {"unit_wrong", detail_of_units(reference.unit, output.unit)};
  }
  return {"dose_value_wrong", detail_of_values(reference, output)};
}

}  // namespace keur::transcript
