// SPDX-License-Identifier: Apache-2.0
// The words that carry clinical weight in a suite, as its maker listed them: the concepts, and for
// each every way to say it. Nothing clinical is known that is not in such a list, a short table of
// triggers (metrics/transcript/polarity.h and the like) or a typed quantity.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keur {

enum class ConceptType {
  drug,
  diagnosis,
  symptom,
  finding,
  allergy,           // allergisch, overgevoelig
  contraindication,  // contra-indicatie
  resuscitation,     // niet reanimeren
  procedure,
  person,       // patiënt, dochter: who did or has it
  measurement,  // bloeddruk, kalium: what a number is the value of
  red_flag,     // what a reader must not miss
  follow_up,    // controle, terugkomen
  other,
};

// As a term list writes them.
inline constexpr std::array<std::pair<ConceptType, std::string_view>, 13> concept_types{{
    {ConceptType::drug, "drug"},
    {ConceptType::diagnosis, "diagnosis"},
    {ConceptType::symptom, "symptom"},
    {ConceptType::finding, "finding"},
    {ConceptType::allergy, "allergy"},
    {ConceptType::contraindication, "contraindication"},
    {ConceptType::resuscitation, "resuscitation"},
    {ConceptType::procedure, "procedure"},
    {ConceptType::person, "person"},
    {ConceptType::measurement, "measurement"},
    {ConceptType::red_flag, "red_flag"},
    {ConceptType::follow_up, "follow_up"},
    {ConceptType::other, "other"},
}};

constexpr std::optional<ConceptType> concept_type(std::string_view name) {
  for (const auto& [type, known] : concept_types)
    if (known == name) return type;
  return std::nullopt;
}

struct Concept {
  std::string id;  // unique in its list
  ConceptType type = ConceptType::other;
  std::vector<std::string> terms;  // as written; a term may have several words

  bool operator==(const Concept&) const = default;
};

struct TermList {
  std::string language;  // nl or en
  std::vector<Concept> concepts;

  bool empty() const { return concepts.empty(); }
  bool operator==(const TermList&) const = default;
};

}  // namespace keur
