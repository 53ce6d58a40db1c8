// SPDX-License-Identifier: Apache-2.0
// Numbers as every page shows them, in plain ASCII; the HTML page sets its own minus and spaces.
// Rounding is for the eye only: it never moves a number onto the limit it is compared with.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/report/report.h"

namespace keur {

enum class NumberForm { proportion, difference, ratio };

// GateReport::quantity (value | difference | ratio); anything else is a proportion.
NumberForm form_of(std::string_view name);

// 11.8% | +1.2 points | 1.52x. One decimal, two for a ratio; more where little would be left of
// the number: two significant digits below 1 % and below 0.1x, one below 0.1 points. When `limit`
// is given, up to three more decimals keep a number that differs from the limit from looking equal
// to it.
std::string format_value(double value, NumberForm form, std::optional<double> limit = std::nullopt);

// The same without the unit, for columns that name it once.
std::string format_bare(double value, NumberForm form, std::optional<double> limit = std::nullopt);

// 10.9 - 12.8, with `dash` between the bounds. One unknown bound is infinite: inf beside an ASCII
// dash, ∞ beside any other. nullopt when neither is known.
std::optional<std::string> format_interval(const Measurement& measurement, NumberForm form,
                                           std::string_view dash,
                                           std::optional<double> limit = std::nullopt);

// Whole counts without decimals, anything else (a sum of shares) with two.
std::string format_count(double count);

// 95% from 0.95, 97.5% from 0.975, 99.95% from 0.99948.
std::string format_confidence(double confidence);

// The mark before a limit, by GateReport::direction: <= >= +- in ASCII, ≤ ≥ ± otherwise.
std::string_view limit_sign(std::string_view direction, bool unicode);

// Four significant digits, for standard errors and their kin.
std::string format_technical(std::optional<double> value);

}  // namespace keur
