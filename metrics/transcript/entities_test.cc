// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/entities.h"

#include <map>

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

std::vector<Entity> read(const nlohmann::json& list) {
  static std::map<std::string, int> types;
  std::vector<Entity> entities;
  for (const auto& one : list) {
    const int type = types.try_emplace(one[0], static_cast<int>(types.size())).first->second;
    entities.push_back({type, one[1], one[2]});
  }
  return entities;
}

// The numbers of one mode as the vector names them.
void check_mode(const EntityCounts& counts, const std::string& mode,
                const nlohmann::json& expected) {
  CAPTURE(mode);
  const bool partial = mode == "partial";
  const auto correct = mode == "strict" ? counts.strict
                       : mode == "type" ? counts.type
                                        : counts.exact;
  const auto half = partial ? counts.partial : 0;
  CHECK(correct == expected["COR"]);
  CHECK(half == expected["PAR"]);
  CHECK(counts.paired - correct - half == expected["INC"]);
  CHECK(counts.reference - counts.paired == expected["MIS"]);
  CHECK(counts.output - counts.paired == expected["SPU"]);
  const double credit = static_cast<double>(correct) + 0.5 * static_cast<double>(half);
  if (counts.output > 0)
    CHECK(credit / static_cast<double>(counts.output) == Approx(expected["precision"]));
  if (counts.reference > 0)
    CHECK(credit / static_cast<double>(counts.reference) == Approx(expected["recall"]));
  CHECK(2 * credit / static_cast<double>(counts.reference + counts.output) ==
        Approx(expected["f1"]));
}

EntityCounts operator+(EntityCounts a, const EntityCounts& b) {
  a.reference += b.reference;
  a.output += b.output;
  a.strict += b.strict;
  a.exact += b.exact;
  a.type += b.type;
  a.partial += b.partial;
  a.paired += b.paired;
  return a;
}

}  // namespace

TEST_CASE("every value of the vector ner_semeval, and their sum over documents") {
  const auto cases = cases_of("ner_semeval");
  REQUIRE(cases.size() == 10);
  EntityCounts all;
  for (const auto& example : cases) {
    CAPTURE(example["name"]);
    EntityCounts counts = all;
    if (example.contains("gold")) {
      const auto score = score_entities(read(example["gold"]), read(example["pred"]));
      std::vector<std::pair<std::size_t, std::size_t>> pairs;
      for (const auto& pair : example["pairs"]) pairs.emplace_back(pair[0], pair[1]);
      CHECK(score.pairs == pairs);
      counts = score.counts;
      all = all + counts;
    }
    for (const auto& [mode, expected] : example["result"].items())
      check_mode(counts, mode, expected);
  }
}

TEST_CASE("the order of the lists does not decide") {
  // The two long predictions overlap both; only one assignment has two strict pairs.
  const std::vector<Entity> gold{{0, 0, 2}, {0, 4, 5}};
  std::vector<Entity> found{{0, 0, 5}, {0, 0, 2}, {0, 4, 5}};
  std::sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.last > b.last; });
  do {
    CHECK(score_entities(gold, found).counts.strict == 2);
  } while (std::next_permutation(found.begin(), found.end(), [](auto& a, auto& b) {
    return a.last * 9 + a.first < b.last * 9 + b.first;
  }));
}

TEST_CASE("entities are compared where they stand, whatever was inserted before them") {
  const TermFinder finder(terms_of({{"a", ConceptType::drug, {"metoprolol"}},
                                    {"b", ConceptType::drug, {"metformine"}},
                                    {"c", ConceptType::diagnosis, {"hartfalen"}}}),
                          *find_normaliser("basic-1"));
  const Pair pair("start metoprolol bij hartfalen", "ja dus start metformine bij hart falen");
  const auto score =
      score_entities(entities_of(finder.find(pair.reference), pair.layout.reference_column),
                     entities_of(finder.find(pair.output), pair.layout.output_column));
  CHECK(score.counts.exact == 2);
  CHECK(score.counts.type == 2);
  CHECK(score.counts.strict == 1);  // one drug stands for another
}
