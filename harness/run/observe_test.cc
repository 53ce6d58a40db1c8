// SPDX-License-Identifier: Apache-2.0
#include "harness/run/observe.h"

#include "harness/run/small_suite_test.h"

using namespace keur;

namespace {

std::string told(const Recurring& recurring) {
  std::string text;
  for (const Recurrence& one : recurring.sorted()) {
    const Piece piece = recurring_piece(one.what);
    text += (text.empty() ? "" : ", ") + piece.reference + ">" + piece.output + " " +
            std::to_string(one.times) + "/" + std::to_string(one.cases) + "/" +
            std::to_string(one.clusters);
  }
  return text;
}

// Everything that was seen, as text.
std::string told(const Observations& seen) {
  std::string text = told(seen.errors) + " | " + told(seen.forgiven) + " |";
  for (const auto& [key, times] : seen.findings)
    text += " " + std::string(key.first) + "." + std::to_string(key.second) + ":" +
            std::to_string(times);
  text += " |";
  for (const SeenFinding& one : seen.listed)
    text += " #" + std::to_string(one.where.number) + " " + one.where.id + " " +
            std::string(one.kind) + " " + std::to_string(one.excerpt.at.size());
  text += " |";
  for (const SeenDisclosure& one : seen.disclosed) text += " " + one.where.id + " " + one.masked;
  for (const auto& [id, comparison] : seen.texts)
    text += " | " + id + " " + std::to_string(comparison.size());
  return text;
}

Observations observed(const Suite& suite, Prepared& prepared, int threads,
                      const std::set<std::string>& texts = {}) {
  Diagnostics problems;
  PassOptions options;
  options.threads = threads;
  Observations seen = observe(suite.tasks[0], prepared.tasks[0], options, texts, problems);
  CHECK(places(problems) == "");
  CHECK(seen.made);
  return seen;
}

Suite with_terms(const SmallSuite& small) {
  Suite suite = small.read();
  suite.tasks[0].settings.terms = {"nl",
                                   {{"fever", ConceptType::symptom, {"koorts"}},
                                    {"metoprolol", ConceptType::drug, {"metoprolol"}}}};
  return suite;
}

}  // namespace

TEST_CASE("what is seen in the cases of a task") {
  const SmallSuite small;
  small.here.write("cases.jsonl",
                   "{\"id\": \"a\", \"said\": \"geen koorts en pijn\", \"who\": \"an\", \"sex\": \"f\"}\n"
                   "{\"id\": \"b\", \"said\": \"goed\", \"who\": \"ben\", \"sex\": \"f\"}\n"
                   "{\"id\": \"c\", \"said\": \"metoprolol 50 mg bij hartfalen\", \"who\": \"ben\", \"sex\": \"f\"}\n"
                   "{\"id\": \"d\", \"said\": \"en en\", \"who\": \"ben\", \"sex\": \"f\"}\n");
  small.here.write("outputs.jsonl",
                   "{\"id\": \"a\", \"heard\": \"koorts pijn\"}\n"
                   "{\"id\": \"b\", \"heard\": \"goed 06-12345678\"}\n"
                   "{\"id\": \"c\", \"heard\": \"metoprolol 500 mg bij hart falen\"}\n"
                   "{\"id\": \"d\", \"heard\": null}\n");
  const Suite plain = small.read(), suite = with_terms(small);
  Prepared prepared = small.prepared(suite);
  // "en" is left out three times, in two cases, by two speakers. hart falen is one word replaced
  // and one invented, and a compound. The denial and the dose cost a life.
  const std::string errors =
      "en> 3/2/2, 50>500 1/1/1, hartfalen>falen 1/1/1, geen> 1/1/1, >06-12345678 1/1/1, "
      ">hart 1/1/1 | hartfalen>hart falen 1/1/1 |";
  CHECK(told(observed(suite, prepared, 1)) ==
        errors + " C1.4:1 C11.1:3 C3.4:1 | #0 a negation_lost 2 #2 c dose_value_wrong 2 | b phone "
                 "##-########");
  CHECK(told(observed(plain, prepared, 1, {"b", "x"})) == errors + " | | | b 2");
}

TEST_CASE("the number of threads changes nothing") {
  const SmallSuite small;
  std::string cases, outputs;
  for (int i = 0; i < 3000; ++i) {
    const std::string id = std::to_string(i), dose = std::to_string(i % 97);
    const std::string pad(500, 'x');
    cases += "{\"id\": " + id + ", \"said\": \"metoprolol " + dose + " mg geen koorts\", \"who\": \"s" +
             std::to_string(i % 31) + "\", \"sex\": \"f\", \"pad\": \"" + pad + "\"}\n";
    outputs += "{\"id\": " + id + ", \"heard\": \"metoprolol " + dose + (i % 3 ? "" : "0") +
               " mg geen " + (i % 7 ? "koorts" : "kaarts") + "\"}\n";
  }
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", outputs);
  const Suite suite = with_terms(small);
  Prepared prepared = small.prepared(suite);
  const Observations one = observed(suite, prepared, 1);
  // Every third dose has a zero more, but 00 is 0: that is every 97th of them. Every seventh fever
  // is lost, which is of severity 2. Of both more are found than are listed.
  CHECK(one.findings.at({"C1", 4}) == 1000 - 11);
  CHECK(one.findings.at({"C10", 2}) == 429);
  CHECK(one.listed.size() == 2 * most_listed);
  CHECK(one.listed[most_listed - 1].severity == 4);
  CHECK(one.listed[most_listed].severity == 2);
  CHECK(told(one) == told(observed(suite, prepared, 4)));
}

TEST_CASE("a long word is cut where a code point ends") {
  const std::string word = std::string(99, 'a') + "\u00EBb";
  const Piece piece = recurring_piece(recurring_name(Mark::substituted, word, "b"));
  CHECK(piece.mark == Mark::substituted);
  CHECK(piece.reference == std::string(99, 'a') + "\u2026");
  CHECK(piece.output == "b");
}
