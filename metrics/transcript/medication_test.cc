// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/medication.h"

#include "metrics/transcript/clinical_test.h"
#include "metrics/transcript/dose_error.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

const TermFinder& finder() {
  static const TermFinder shared(terms_of({
                                     {"metoprolol", ConceptType::drug, {"metoprolol"}},
                                     {"digoxin", ConceptType::drug, {"digoxine"}},
                                     {"paracetamol", ConceptType::drug, {"paracetamol"}},
                                     {"levothyroxine", ConceptType::drug, {"levothyroxine"}},
                                     {"metformin", ConceptType::drug, {"metformine"}},
                                     {"furosemide", ConceptType::drug, {"furosemide"}},
                                     {"morphine", ConceptType::drug, {"morfine"}},
                                 }),
                                 *find_normaliser("basic-1"));
  return shared;
}

std::vector<MedicationTuple> tuples(const std::vector<std::string_view>& words) {
  return find_medication(words, finder().find(words), find_quantities(words, Language::dutch));
}

MedicationReport compared(std::string_view reference, std::string_view output) {
  const Pair pair(reference, output);
  return compare_medication(tuples(pair.reference), tuples(pair.output), pair.layout);
}

// "dose_value_wrong:factor10; route_wrong"
std::string told(const MedicationReport& report) {
  std::string story;
  for (const MedicationError& error : report.errors)
    story += (story.empty() ? "" : "; ") + std::string(error.kind) +
             (error.detail.empty() ? "" : ":" + error.detail);
  return story;
}

// The tuples of a vector as one would dictate them.
std::string dictated(const nlohmann::json& list) {
  std::string text;
  for (const auto& tuple : list)
    for (const auto& part : tuple) text += part.get<std::string>() + " ";
  return text;
}

}  // namespace

TEST_CASE("every case of the vector medication_triples") {
  const auto cases = cases_of("medication_triples");
  REQUIRE(cases.size() == 9);
  for (const auto& example : cases) {
    CAPTURE(example["name"]);
    const auto report = compared(dictated(example["ref"]), dictated(example["hyp"]));
    CHECK(report.reference == static_cast<std::int64_t>(example["ref"].size()));
    CHECK(report.output == static_cast<std::int64_t>(example["hyp"].size()));
    CHECK(report.errors.size() == example["critical"]);
    const auto share = [](std::int64_t part, std::int64_t whole) {
      return static_cast<double>(part) / static_cast<double>(whole);
    };
    if (!example["drug_recall"].is_null()) {
      CHECK(share(report.drugs, report.reference) == example["drug_recall"]);
      CHECK(share(report.full, report.reference) == example["triple_recall"]);
    } else {
      CHECK(report.reference == 0);
    }
    CHECK(share(report.full, report.output) == example["triple_precision"]);
    if (!example.contains("classes")) continue;
    std::string classes;
    for (const auto& name : example["classes"])
      classes += (classes.empty() ? "" : ":") + name.get<std::string>();
    CHECK(told(report) == classes);
  }
}

TEST_CASE("what belongs to which drug") {
  struct Case {
    std::string_view text, tuples;  // drug doses / frequency / route; joined by "; "
  };
  const auto example = GENERATE(values<Case>({
      {"metformine 850 mg tweemaal daags, furosemide 40 mg",
       "metformine 850 mg/2dd/; furosemide 40 mg//"},
      {"furosemide 80 mg intraveneus gegeven, daarna 1500 ml urine",
       "furosemide 80 mg//intravenous"},
      {"hij kreeg 5 mg morfine subcutaan", "morfine 5 mg//subcutaneous"},
      {"furosemide 40 mg en 5 mg morfine", "furosemide 40 mg//; morfine 5 mg//"},
      {"metoprolol opgehoogd van 50 mg naar 100 mg", "metoprolol 50 mg 100 mg//"},
      {"metoprolol 50 eenmaal daags", "metoprolol 50/1dd/"},
      {"metoprolol gestopt omdat zij 9 kg is aangekomen", "metoprolol//"},
      {"metoprolol gedurende 7 dagen", "metoprolol//"},
      {"paracetamol 1 g viermaal daags", "paracetamol 1 g/4dd/"},
      {"geen medicatie", ""},
  }));
  CAPTURE(example.text);
  const Pair pair(example.text, "");
  std::string story;
  for (const MedicationTuple& tuple : tuples(pair.reference)) {
    story += (story.empty() ? "" : "; ") + said(pair.reference, tuple.drug);
    for (const Quantity& dose : tuple.doses) story += " " + canonical_text(dose, Language::dutch);
    story += "/" + (tuple.frequency ? canonical_text(*tuple.frequency, Language::dutch) : "");
    story += "/" + std::string(tuple.route ? tuple.route->route : "");
  }
  CHECK(story == example.tuples);
}

TEST_CASE("each way a tuple can be wrong") {
  struct Case {
    std::string_view reference, output, errors;
  };
  const auto example = GENERATE(values<Case>({
      {"metoprolol 50 mg", "metoprolol 50 mg", ""},
      {"metoprolol 50 mg 2dd", "metoprolol vijftig milligram tweemaal daags", ""},
      {"metoprolol 50 mg", "metoprolol 50", "unit_missing"},
      {"metoprolol 50 mg", "metoprolol 50 ml", "unit_wrong"},
      {"metoprolol 50 mg", "metoprolol", "dose_omitted"},
      {"metoprolol", "metoprolol 50 mg", "dose_fabricated"},
      {"morfine 15 mg", "morfine 51 mg", "dose_value_wrong:digit_transposed"},
      {"morfine 2,5 mg", "morfine 25 mg", "dose_value_wrong:decimal_lost"},
      {"morfine 50 mg", "morfine 5 mg", "dose_value_wrong:factor10"},
      {"morfine 50 mg", "morfine 5 g", "dose_value_wrong:factor100"},
      {"morfine 50 mg", "morfine 60 mg", "dose_value_wrong"},
      {"morfine 10 mg 2dd", "morfine 10 mg 3dd", "frequency_wrong"},
      {"morfine 10 mg 2dd", "morfine 10 mg", "frequency_wrong"},
      {"morfine 10 mg subcutaan", "morfine 10 mg intraveneus", "route_wrong"},
      {"morfine 10 mg 2dd oraal", "morfine 20 mg 3dd iv",
       "dose_value_wrong; frequency_wrong; route_wrong"},
      {"metoprolol van 50 mg naar 100 mg", "metoprolol van 100 mg naar 50 mg", "dose_value_wrong"},
      // Order does not matter: each drug has its own.
      {"metoprolol 50 mg en furosemide 40 mg", "furosemide 40 mg en metoprolol 50 mg", ""},
      {"metoprolol 50 mg en furosemide 40 mg", "metoprolol 40 mg en furosemide 50 mg",
       "dose_value_wrong; dose_value_wrong"},
  }));
  CAPTURE(example.reference, example.output);
  CHECK(told(compared(example.reference, example.output)) == example.errors);
}
