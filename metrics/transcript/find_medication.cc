// SPDX-License-Identifier: Apache-2.0
// Which dose, frequency and route belong to which drug.
#include <algorithm>

#include "metrics/quantity/units.h"
#include "metrics/transcript/medication.h"
#include "metrics/transcript/routes.h"
#include "metrics/transcript/triggers.h"

namespace keur::transcript {
namespace {

constexpr std::size_t reach = 12;  // words behind a drug
constexpr std::size_t just_before = 2;

// A weight (kg) or a drink (glass) is no dose; 2 liter of oxygen is.
bool is_dose_unit(std::string_view unit) {
  const std::string_view name = unit.substr(0, unit.find('/'));
  if (name == "kg" || name == "glass") return false;
  if (is_counted_unit(name)) return true;
  const auto measured = measure(name);
  if (!measured) return false;
  for (const std::string_view base : {"g", "l", "mol", "ie", "unit", "meq"})
    if (measured->base == base) return true;
  return false;
}

bool is_amount(const Quantity& quantity) {
  return quantity.kind == QuantityKind::number || quantity.kind == QuantityKind::range;
}

class Reader {
 public:
  Reader(Words words, const std::vector<Occurrence>& occurrences,
         const std::vector<Quantity>& quantities)
      : words_(words), quantities_(quantities), triggers_(find_triggers(words)) {
    for (const Occurrence& one : occurrences)
      if (one.type == ConceptType::drug) {
        MedicationTuple tuple;
        tuple.concept_number = one.concept_number;
        tuple.drug = one.words;
        tuples_.push_back(std::move(tuple));
      }
  }

  std::vector<MedicationTuple> run() {
    for (std::size_t i = 0; i < tuples_.size(); ++i) behind(i);
    return std::move(tuples_);
  }

 private:
  // Where what belongs to a drug ends.
  std::size_t end_of(std::size_t i) const {
    const std::size_t from = tuples_[i].drug.last;
    std::size_t end = std::min(words_.size(), from + reach);
    if (i + 1 < tuples_.size()) end = std::min(end, tuples_[i + 1].drug.first);
    for (const Trigger& trigger : triggers_)
      if (trigger.kind == TriggerKind::clause_end && trigger.words.first >= from)
        end = std::min(end, trigger.words.first);
    return end;
  }

  // A second dose right before the next drug is that drug's.
  bool of_the_next(std::size_t i, const Quantity& quantity) const {
    return i + 1 < tuples_.size() && !tuples_[i].doses.empty() &&
           quantity.last + just_before > tuples_[i + 1].drug.first;
  }

  void behind(std::size_t i) {
    MedicationTuple& tuple = tuples_[i];
    const std::size_t end = end_of(i);
    if (tuple.doses.empty()) before_drug(i);
    for (const Quantity& quantity : quantities_) {
      if (quantity.first < tuple.drug.last || quantity.last > end) continue;
      const bool frequency =
          quantity.kind == QuantityKind::frequency || quantity.kind == QuantityKind::scheme;
      if (frequency && !tuple.frequency) tuple.frequency = quantity;
      const bool next_to_it = quantity.unit.empty() && quantity.first == tuple.drug.last;
      if (!is_amount(quantity) || !(is_dose_unit(quantity.unit) || next_to_it)) continue;
      if (of_the_next(i, quantity))
        tuples_[i + 1].doses.push_back(quantity);
      else
        tuple.doses.push_back(quantity);
    }
    for (std::size_t word = tuple.drug.last; word < end && !tuple.route; ++word)
      if (const auto route = route_of(words_[word]); !route.empty())
        tuple.route = RouteWord{route, {word, word + 1}};
  }

  // 5 mg morfine, where no drug before it could have meant it.
  void before_drug(std::size_t i) {
    MedicationTuple& tuple = tuples_[i];
    const std::size_t from = i > 0 ? end_of(i - 1) : 0;
    for (const Quantity& quantity : quantities_)
      if (quantity.first >= from && quantity.last <= tuple.drug.first &&
          quantity.last + just_before > tuple.drug.first && is_amount(quantity) &&
          is_dose_unit(quantity.unit))
        tuple.doses.push_back(quantity);
  }

  Words words_;
  const std::vector<Quantity>& quantities_;
  std::vector<Trigger> triggers_;
  std::vector<MedicationTuple> tuples_;
};

}  // namespace

std::vector<MedicationTuple> find_medication(Words words,
                                             const std::vector<Occurrence>& occurrences,
                                             const std::vector<Quantity>& quantities) {
  return Reader(words, occurrences, quantities).run();
}

}  // namespace keur::transcript
