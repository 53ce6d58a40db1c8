// SPDX-License-Identifier: Apache-2.0
// The reader of term lists. Holds for all valid UTF-8: a list or problems, never both; every
// problem lies inside the file and can be shown; a list that is accepted holds no empty term.
#include "harness/suite/read_terms.h"
#include "metrics/core/utf8.h"
#include "tests/fuzz/yaml_places.h"

namespace keur {
namespace {

void run(std::string_view bytes) {
  if (first_invalid_utf8(bytes)) return;
  const std::string text(bytes);
  Diagnostics problems;
  const auto terms = read_terms("terms.yaml", text, problems);
  hold(terms.has_value() == problems.empty(), "neither a list nor problems, or both");
  check_yaml_problems(problems, "terms.yaml", text);
  if (!terms) return;
  hold(!terms->concepts.empty(), "a list of nothing");
  for (const auto& concept_of : terms->concepts) {
    hold(!concept_of.id.empty() && !concept_of.terms.empty(), "a concept of nothing");
    for (const std::string& term : concept_of.terms) hold(!term.empty(), "an empty term");
  }
}

}  // namespace

const Target& target_terms();
const Target& target_terms() {
  static const Target target{"terms", run};
  return target;
}

}  // namespace keur
