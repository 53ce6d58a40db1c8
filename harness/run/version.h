// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace keur {

// The program's version, e.g. 0.1.0.
const char* program_version();

// What the numbers may depend on besides the inputs: name and value, in a fixed order.
std::vector<std::pair<std::string, std::string>> build_environment();

}  // namespace keur
