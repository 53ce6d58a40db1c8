// SPDX-License-Identifier: Apache-2.0
// Errors planted by hand in the outputs of fixtures/dictation-nl, and variation that harms nobody:
// every planted error is found as what it is, and nothing else is. What was planted stands in
// planted.tsv; the outputs are the sentences with those words exchanged and nothing more.
#include <algorithm>
#include <map>
#include <regex>

#include "metrics/transcript/clinical_test.h"
#include "metrics/transcript/critical_errors.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

const std::string folder = KEUR_SOURCE_DIR "/fixtures/dictation-nl/";

struct Planted {
  std::string outputs, case_id, class_id, what, said, written;
};

std::vector<Planted> planted_in(const std::string& outputs) {
  std::ifstream file(folder + "planted.tsv");
  REQUIRE(file.good());
  std::vector<Planted> rows;
  std::string line;
  std::getline(file, line);
  REQUIRE(line == "outputs\tcase\tclass\twhat\tsaid\twritten");
  while (std::getline(file, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    REQUIRE(cells.size() == 6);
    if (cells[0] == outputs)
      rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]});
  }
  return rows;
}

std::map<std::string, std::string> texts(const std::string& name, const std::string& field) {
  std::ifstream file(folder + name);
  REQUIRE(file.good());
  std::map<std::string, std::string> all;
  std::string line;
  while (std::getline(file, line)) {
    const auto record = nlohmann::json::parse(line);
    all[record.at("id")] = record.at(field);
  }
  return all;
}

// The list as its file has it; the reader of such files belongs to another folder and is tested
// there. One line a concept: - {id: a, type: drug, terms: [b, c d]}
TermList term_list() {
  std::ifstream file(folder + "terms.yaml");
  REQUIRE(file.good());
  const std::regex entry(R"(  - \{id: ([^,]+), type: ([^,]+), terms: \[([^\]]+)\]\})");
  TermList list{"nl", {}};
  std::string line;
  while (std::getline(file, line)) {
    std::smatch parts;
    if (!std::regex_match(line, parts, entry)) continue;
    Concept read{parts[1], concept_type(parts[2].str()).value(), {}};
    std::string rest = parts[3];
    for (std::size_t comma; (comma = rest.find(", ")) != std::string::npos;
         rest = rest.substr(comma + 2))
      read.terms.push_back(rest.substr(0, comma));
    read.terms.push_back(rest);
    list.concepts.push_back(std::move(read));
  }
  REQUIRE(list.concepts.size() == 92);
  return list;
}

const Normaliser& normaliser() { return *find_normaliser("nl-clinical-1"); }

// One case normalised and read.
struct Case {
  std::string reference_text, output_text;
  std::vector<std::string_view> reference, output;
  Aligner aligner;
  Reading reading;

  Case(const TermFinder& finder, std::string_view said_text, std::string_view written) {
    normaliser().normalise(said_text, reference_text);
    normaliser().normalise(written, output_text);
    split(reference_text, reference);
    split(output_text, output);
    reading = read_pair(finder, reference, output, aligner);
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;
};

// What was found of a case, as planted.tsv names it: "C1 dose_value_wrong", "invented loop".
std::vector<std::string> found_in(const Case& one) {
  std::vector<std::string> names;
  for (const CaseFinding& finding : critical_errors(one.reading))
    names.push_back(std::string(finding.class_id) + " " + std::string(finding.kind));
  for (const Run& run : one.reading.runs.invented)
    names.push_back(run.kind == RunKind::loop ? "invented loop" : "invented burst");
  for (std::size_t i = 0; i < one.reading.runs.omitted.size(); ++i)
    names.emplace_back("omitted run");
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("every planted error is found as what it is, every harmless variation is forgiven") {
  const std::string outputs = GENERATE("good", "bad");
  const auto rows = planted_in(outputs);
  REQUIRE(rows.size() > 40);
  const auto said_texts = texts("cases.jsonl", "text"),
             written_texts = texts("outputs-" + outputs + ".jsonl", "transcript");
  REQUIRE(written_texts.size() == said_texts.size());
  const TermFinder finder(term_list(), normaliser());

  std::size_t cases_with_a_row = 0;
  for (const auto& [id, sentence] : said_texts) {
    std::string expected_text = sentence;
    std::vector<std::string> expected;
    bool any = false;
    for (const Planted& row : rows) {
      if (row.case_id != id) continue;
      any = true;
      const std::size_t place = expected_text.find(row.said);
      REQUIRE(place != std::string::npos);
      expected_text.replace(place, row.said.size(), row.written);
      if (row.class_id != "harmless") expected.push_back(row.class_id + " " + row.what);
    }
    cases_with_a_row += any;
    std::sort(expected.begin(), expected.end());
    CAPTURE(id, sentence, written_texts.at(id));
    CHECK(written_texts.at(id) == expected_text);
    const Case one(finder, sentence, written_texts.at(id));
    CAPTURE(one.reference_text, one.output_text);
    CHECK(found_in(one) == expected);
  }
  CHECK(cases_with_a_row > 30);
}

TEST_CASE("what is called harmless differs in its words, and every class C1 to C9 is planted") {
  const Normaliser& verbatim = *find_normaliser("verbatim-1");
  for (const Planted& row : planted_in("good")) {
    std::string a, b;
    verbatim.normalise(row.said, a);
    verbatim.normalise(row.written, b);
    CAPTURE(row.case_id, row.said);
    CHECK(a != b);
  }
  std::map<std::string, int> classes;
  for (const Planted& row : planted_in("bad")) ++classes[row.class_id];
  for (const char* one :
       {"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "invented", "omitted", "harmless"})
    CHECK(classes[one] >= 2);
}
