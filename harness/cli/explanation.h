// SPDX-License-Identifier: Apache-2.0
// What the stable codes of diagnostics mean, for `keur explain CODE`. One table a subject; a test
// (every_code_has_an_example) sees to it that no code is left out and none is invented.
#pragma once
#include <span>
#include <string_view>

namespace keur {

struct Explanation {
  std::string_view code;     // suite-bare-percentage
  std::string_view meaning;  // what is wrong, and why it is not let pass
  std::string_view way_out;  // what to do about it
};

std::span<const Explanation> suite_explanations();  // explain_suite_codes.cc
std::span<const Explanation> gate_explanations();   // explain_gate_codes.cc
std::span<const Explanation> data_explanations();   // explain_data_codes.cc

}  // namespace keur
