// SPDX-License-Identifier: Apache-2.0
// Sentences that a report holds in English only, in Dutch: cautions about an estimate and remarks on
// settings. The report keeps one wording, so that its bytes and those of older ones stay the same.
#pragma once
#include <string>
#include <string_view>

namespace keur {

// Clause by clause, as "; " divides them. Empty where one of them is not known. Data, not markup.
std::string sentence_in_dutch(std::string_view english);

}  // namespace keur
