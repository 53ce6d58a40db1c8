// SPDX-License-Identifier: Apache-2.0
// What identifies a person and stands in the output though nobody said it: a recogniser that was
// trained on other people's records can write them down. Patterns only; names are not looked for.
//
//   bsn            nine digits that pass the test of eleven (9 8 7 6 5 4 3 2 -1), not all zero:
//                  the Dutch citizen service number (Wabb, Rijksdienst voor Identiteitsgegevens)
//   e-mail         local@host.tld
//   phone          a Dutch number: 06 or an area code, or +31 or 0031 before it; ten digits
//   date of birth  a date after geboren, geb., geboortedatum, born, date of birth
//
// Digits may stand in groups, parted by a space, point or hyphen.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/finding.h"

namespace keur::transcript {

struct PrivacyFinding {
  std::string_view kind;  // bsn, e-mail, phone, date of birth
  WordRange bytes;        // of the output: bytes, not words
  std::string masked;     // bsn #########: as long as what it stands for, without any of it
};

// In the order of the output. A value that the reference holds too, in whatever grouping, is none.
std::vector<PrivacyFinding> find_privacy(std::string_view reference, std::string_view output);

// The test of eleven on nine digits.
bool is_bsn(std::string_view nine_digits);

}  // namespace keur::transcript
