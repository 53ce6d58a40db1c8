// SPDX-License-Identifier: Apache-2.0
// The order in which people number things: u2 before u10. Digits in a row compare as the number
// they are, all else byte by byte; what is equal in that way but not the same (7, 07) compares by
// its bytes. Of two different texts always exactly one comes first, so in a file whose ids ascend
// none is given twice, and one that is not there can be missed without a list of all.
#pragma once
#include <string_view>

namespace keur {

bool naturally_before(std::string_view one, std::string_view other);

}  // namespace keur
