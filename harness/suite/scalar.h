// SPDX-License-Identifier: Apache-2.0
// Scalars by declared type. A suite says 15% or 0.15, never 15; it says 3 points or 1.5, never
// .nan.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "harness/suite/yaml.h"

namespace keur {

// Each returns nullopt with one diagnostic added when the value is not of its type.
std::optional<std::string> read_text(const Yaml& value, const std::string& key, Diagnostics&);

// A finite decimal number: optional sign, no leading zero, no exponent, no bare point.
std::optional<double> read_number(const Yaml& value, const std::string& key, Diagnostics&);

// 15% or 0.15, as 0.15. A bare number above 1 is refused with the two ways to write it.
std::optional<double> read_proportion(const Yaml& value, const std::string& key, Diagnostics&);

// "3 points" as 0.03; nullopt without a diagnostic when the value has no such unit.
std::optional<double> points_of(const std::string& text);

// true or false, and no other word for them.
std::optional<bool> read_truth(const Yaml& value, const std::string& key, Diagnostics&);

// "0.25 s" as 250: a length of time in whole milliseconds, at most an hour.
std::optional<std::int64_t> read_duration(const Yaml& value, const std::string& key, Diagnostics&);

// Decimal digits of a 64-bit unsigned number; quoted or not.
std::optional<std::string> read_seed(const Yaml& value, const std::string& key, Diagnostics&);

}  // namespace keur
