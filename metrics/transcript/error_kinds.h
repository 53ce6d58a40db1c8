// SPDX-License-Identifier: Apache-2.0
// What the kinds of critical_errors.h and privacy.h are called where a person reads them. A title
// stands after that of its class ("drug, dose, frequency or route: another dose") and says what the
// output did.
#pragma once
#include <span>

#include "metrics/core/finding.h"

namespace keur::transcript {

// In the order of the classes; those of privacy.h last.
std::span<const FindingKind> error_kinds();

}  // namespace keur::transcript
