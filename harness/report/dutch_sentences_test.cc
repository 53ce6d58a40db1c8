// SPDX-License-Identifier: Apache-2.0
#include "harness/report/dutch_sentences.h"

#include "harness/report/wording.h"
#include "tests/catch.h"

using namespace keur;

TEST_CASE("cautions in Dutch, with their numbers and names") {
  CHECK(sentence_in_dutch("one clinician holds 30.6% of what is counted by") ==
        "één zorgverlener heeft 30,6% van de noemer");
  CHECK(sentence_in_dutch("3 speakers are too few for a reliable interval") ==
        "3 sprekers zijn te weinig voor een betrouwbaar interval");
  CHECK(sentence_in_dutch("every huisarts has the same value: the spread cannot be seen") ==
        "de waarde is voor elke huisarts dezelfde: de spreiding is niet te zien");
  CHECK(sentence_in_dutch("a sentence of another program").empty());
  CHECK(sentence_in_dutch("their sum is the same; and more").empty());
  CHECK(sentence_in_dutch("").empty());
}

TEST_CASE("every caution about an estimate has its Dutch") {
  Task task;
  task.cluster.name = "speaker";
  task.cluster_kind = "speakers";
  Estimate estimate;
  estimate.clusters = 3;
  estimate.largest_share = 0.4;
  estimate.cautions = {Caution::few_clusters, Caution::dominant_cluster,
                       Caution::unstable_jackknife, Caution::no_spread};
  for (const long cases : {1L, 2L}) {
    const auto sentences = caution_sentences(task, estimate, cases, cases);
    CHECK(sentences.size() == 6);
    for (const std::string& sentence : sentences) {
      INFO(sentence);
      CHECK_FALSE(sentence_in_dutch(sentence).empty());
    }
  }
}

TEST_CASE("every remark on a setting has its Dutch") {
  std::size_t remarks = 0;
  for (const Family* family : all_families())
    for (const Choice& choice : family->choices)
      for (const std::string_view value : choice.values) {
        Settings settings;
        for (const Choice& other : family->choices)
          if (!other.silent) settings.choices.emplace(other.key, other.values.front());
        settings.choices.insert_or_assign(std::string(choice.key), std::string(value));
        for (const std::string& remark : family->warnings(settings)) {
          INFO(remark);
          CHECK_FALSE(sentence_in_dutch(remark).empty());
          ++remarks;
        }
      }
  CHECK(remarks > 15);
}
