// SPDX-License-Identifier: Apache-2.0
// The single cases of the example report: hostile words, a list that is not complete, an error that
// is cut short, a class with nothing in it; and a ladder with an undefined rung.
#include "harness/report/example_numbers_test.h"

namespace keur {
namespace {

CriticalErrors critical() {
  CriticalErrors made;
  made.classes = {
      {"C1", "drug, dose, frequency or route", "geneesmiddel, dosering of toedieningsweg", 3, 0, 0, 0},
      {"C3", "negation or certainty turned round", "ontkenning of zekerheid omgekeerd", 1, 0, 0, 0},
      {"C6", "finding that was not there", "bevinding die er niet was", 1, 2, 0, 0},
      {"C7", "alarm sign or follow-up left out", "alarmsignaal of vervolgafspraak weggelaten", 0, 0,
       0, 0},
      {"C11", "wording", "bewoording", 0, 0, 0, 391}};
  CriticalError dose{"en-088-noise-10dB", "caribbean-f3", "noise-10dB", "C1", "dose_value_wrong",
                     "another dose",      "andere dosis", 4,            {},   {},
                     {},                  false};
  dose.before = {{"correct", "start", "start"}, {"substituted", "metoprolol", "met"},
                 {"inserted", "", "a"}, {"inserted", "", "prowl"}};
  dose.at = {{"substituted", "fifty", "15"}, {"correct", "milligrams", "milligrams"}};
  dose.after = {{"removed", "twice", ""}, {"removed", "daily", ""}};
  CriticalError denial = dose;
  denial.case_id = "en-041-noise-10dB";
  denial.cluster = "caribbean-\u202Em7";
  denial.class_id = "C3";
  denial.kind = "negation_lost";
  denial.title = "denial lost";
  denial.titel = "ontkenning verdwenen";
  denial.before = {{"correct", "the", "the"}, {"correct", "wound", "wound"},
                   {"correct", "is", "is"}};
  denial.at = {{"substituted", "not", "hot"}, {"substituted", "red", "<b>red</b>"}};
  denial.after = {};
  denial.cut = true;
  CriticalError finding = denial;
  finding.case_id = "<script>alert(1)</script>";
  finding.class_id = "C6";
  finding.kind = "concept_added";
  finding.title = "term nobody named";
  finding.titel = "term die niemand noemde";
  finding.severity = 3;
  finding.before = {};
  finding.at = {{"inserted", "", "fever\u202E"}};
  finding.cut = false;
  made.list = {dose, denial, finding};
  made.disclosures = {{"phone", "telephone number", "telefoonnummer", 2}};
  made.disclosed = {{"en-102-clean", "phone", "phone ##-########"}};
  return made;
}

Confusions confusions() {
  Confusions made;
  made.totals = {{"substituted", 812, 530, 97},
                 {"removed", 377, 101, 40},
                 {"inserted", 164, 77, std::nullopt},
                 {"forgiven", 12, 9, 2}};
  made.uncertain = 3;
  made.most_clusters = 1000;
  made.errors = {{"substituted", "fifty", "15", 31, 29, 12},
                 {"removed", "the", "", 25, 22, 1000},
                 {"inserted", "", "<i>uh</i>", 18, 18, 1}};
  made.forgiven = {{"forgiven", "heartburn", "heart burn", 4, 4, 3}};
  return made;
}

Ladder ladder() {
  Ladder made;
  made.setting = "normalise";
  made.condition = "clean";
  made.metrics = {"wer", "wer_compound"};
  made.rungs = {{"basic-1", true, {}, {rate(267, 3744, 288, 48), rate(259, 3744, 288, 48)}},
                {"verbatim-1", false, {}, {rate(701, 3744, 288, 48), rate(690, 3744, 288, 48)}},
                {"whisper-english",
                 false,
                 {"whisper-english is for comparison only: it deletes <signs>"},
                 {rate(240, 3744, 288, 48), undefined(288)}}};
  return made;
}

}  // namespace

void add_example_cases(TaskReport& task) {
  task.critical = critical();
  task.confusions = confusions();
  task.ladder = ladder();
}

}  // namespace keur
