// SPDX-License-Identifier: Apache-2.0
// The file a task names with `terms:`
//
//   keur_terms: 1
//   language: nl
//   concepts:
//     - {id: metoprolol, type: drug, terms: [metoprolol, Selokeen]}
//
// Read as strictly as the suite itself: a list with a mistake in it would count less than its maker
// thinks.
#pragma once
#include <optional>
#include <string>

#include "metrics/core/diagnostic.h"
#include "metrics/core/term_list.h"

namespace keur {

// nullopt when anything is wrong. `text` is valid UTF-8; `path` names it in diagnostics.
std::optional<TermList> read_terms(const std::string& path, const std::string& text,
                                   Diagnostics& problems);

}  // namespace keur
