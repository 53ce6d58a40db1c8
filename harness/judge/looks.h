// SPDX-License-Identifier: Apache-2.0
// A study that is looked at before all of its data are in gives each look a chance to be wrong. A
// suite declares its looks beforehand, and each is then judged at a stricter level, so that all of
// them together keep the level of the suite.
#pragma once
#include <string>

#include "harness/suite/suite.h"

namespace keur {

// The confidence of every interval at the look the suite is at: that of the suite where it declares
// none. Looks are taken to be equally far apart.
double confidence_at_look(const Suite& suite);

// look 1 of 3, O'Brien-Fleming, 95% over all looks; empty where none are declared.
std::string looks_in_words(const Suite& suite);

}  // namespace keur
