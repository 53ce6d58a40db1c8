// SPDX-License-Identifier: Apache-2.0
// What is wrong with a dose: its value, its unit, and by how much.
#pragma once
#include <string>
#include <string_view>

#include "metrics/quantity/quantity.h"

namespace keur::transcript {

struct DoseError {
  std::string_view kind;  // dose_value_wrong, unit_wrong, unit_missing
  std::string detail;     // factor10, factor1000, decimal_lost, digit_transposed, or empty
};

// The two differ (same_quantity is false).
//   unit_missing      the output has none and the value is the same
//   unit_wrong        the value is the same and the unit another; factor1000 where the two units
//                     measure the same thing and are that far apart, either way
//   dose_value_wrong  all else. decimal_lost: the decimal mark is gone (0,25 to 25);
//   digit_transposed:
//                     two neighbouring digits changed places; factor10^k: the doses in base units
//                     are a power of ten apart, either way
DoseError dose_error(const Quantity& reference, const Quantity& output);

}  // namespace keur::transcript
