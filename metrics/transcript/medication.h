// SPDX-License-Identifier: Apache-2.0
// Medication as tuples: which drug, how much, how often, by which route. A tuple is right when all
// of it is. Doses are exact fractions in base units: 125 ug is 0,125 mg, 1.000 mg is 1 g.
//
// To a drug belongs what stands between it and the next drug, at most twelve words on and not
// beyond a word that ends a clause: its doses (a number with a unit of mass, volume, amount, IE, or
// a counted thing; or a bare number next to it), the first frequency, the first route. A dose right
// before a drug (5 mg morfine) is of that drug, unless the drug before has none.
//
// Tuples of one drug are paired one to one, for the most full matches, then by place. A drug that
// is left over and one that is left over at the same place of the other text are a substitution.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/quantity/quantity.h"
#include "metrics/transcript/terms.h"

namespace keur::transcript {

struct RouteWord {
  std::string_view route;  // canonical: intravenous
  WordRange words;
};

struct MedicationTuple {
  std::size_t concept_number;
  WordRange drug;
  std::vector<Quantity> doses;        // in the order of the text
  std::optional<Quantity> frequency;  // 2dd, 1-0-1
  std::optional<RouteWord> route;
};

std::vector<MedicationTuple> find_medication(Words words,
                                             const std::vector<Occurrence>& occurrences,
                                             const std::vector<Quantity>& quantities);

struct MedicationError {
  // drug_omitted, drug_fabricated, drug_substituted, dose_value_wrong, dose_omitted,
  // dose_fabricated, unit_wrong, unit_missing, frequency_wrong, route_wrong
  std::string_view kind;
  // How a value or unit is wrong: factor10, factor1000, decimal_lost, digit_transposed; may be
  // empty. A lost frequency or route is a wrong one.
  std::string detail;
  WordRange reference, output;  // empty where that text has none
};

struct MedicationReport {
  std::int64_t reference = 0, output = 0;  // tuples
  std::int64_t drugs = 0;                  // paired on the drug
  std::int64_t full = 0;                   // right in every part
  std::vector<MedicationError> errors;
};

MedicationReport compare_medication(const std::vector<MedicationTuple>& reference,
                                    const std::vector<MedicationTuple>& output,
                                    const Layout& layout);

}  // namespace keur::transcript
