// SPDX-License-Identifier: Apache-2.0
// What the tests of every folder say about diagnostics: code and place in one short line each.
#pragma once
#include <string>

#include "metrics/core/diagnostic.h"

namespace keur {

// "suite-yaml-alias 2:4+1", several joined by ", "; "" when there is none.
inline std::string places(const Diagnostics& problems) {
  std::string all;
  for (const Diagnostic& problem : problems) {
    const Span& span = problem.span;
    all += (all.empty() ? "" : ", ") + problem.code + " " + std::to_string(span.line) + ":" +
           std::to_string(span.column) + "+" + std::to_string(span.length);
  }
  return all;
}

// The codes alone.
inline std::string codes(const Diagnostics& problems) {
  std::string all;
  for (const Diagnostic& problem : problems) all += (all.empty() ? "" : ", ") + problem.code;
  return all;
}

}  // namespace keur
