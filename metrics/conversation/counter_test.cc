// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/counter.h"

#include "metrics/conversation/rates.h"
#include "metrics/conversation/recording_test.h"

using namespace keur;
using namespace keur::conversation;

namespace {

using Turns = std::vector<Turn>;

const Turns visit{turn("arts", 0, 2, "Heeft u pijn?"), turn("patient", 2, 4, "Nee, geen pijn."),
                  turn("arts", 4, 6, "Dat is mooi.")};

// S/R/I of cpWER, of ORC WER and of tcpWER.
std::string words(const Row& row) {
  const auto three = [&row](int first) {
    std::string text;
    for (int column = first; column < first + 3; ++column)
      text += (column == first ? "" : "/") + std::to_string(static_cast<int>(row[column]));
    return text;
  };
  return three(substituted) + " " + three(orc_substituted) + " " + three(timed_substituted);
}

// Seconds of reference, missed, false alarm, confused.
std::string times(const Row& row) {
  std::string text;
  for (int column = reference_time; column <= confused_time; ++column) {
    const auto tenths = static_cast<int>(row[column] / 100'000);
    text +=
        (text.empty() ? "" : " ") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  }
  return text;
}

}  // namespace

TEST_CASE("names of speakers are the tool's own: other names cost nothing") {
  const Row row = counted(visit, {turn("B", 0, 2, "heeft u pijn"), turn("A", 2, 4, "nee geen pijn"),
                                  turn("B", 4, 6, "dat is mooi")});
  CHECK(words(row) == "0/0/0 0/0/0 0/0/0");
  CHECK(times(row) == "6.0 0.0 0.0 0.0");
  CHECK(row[reference_words] == 9);
  CHECK(row[output_words] == 9);
  CHECK(row[matched] == 9);
  CHECK(row[timed_reference_words] == 9);
  CHECK(row[orc_exact] == 1);
  CHECK(row[jaccard_error_sum] == 0);
  CHECK(row[jaccard_speakers] == 2);
  CHECK(row[recordings] == 1);
  CHECK(row[recordings_with_other_speaker_count] == 0);
  CHECK(row.size() == plain_column_count);
}

TEST_CASE("what a tool does wrong, in words and in time") {
  struct Example {
    const char* what;
    Turns output;
    const char *words, *times;
    int speakers;
  };
  const Example examples[] = {
      // Removed under one name, inserted under the other; whoever spoke, nothing is wrong. The
      // patient is left with nobody, and 2 s of speech stand under the doctor's name.
      {"all under one name",
       {turn("A", 0, 6, "heeft u pijn nee geen pijn dat is mooi")},
       "0/3/3 0/0/0 0/3/3",
       "6.0 0.0 0.0 2.0",
       1},
      // 9 words and 6 s.
      {"nothing", {}, "0/9/0 0/9/0 0/9/0", "6.0 6.0 0.0 0.0", 0},
      {"an invented speaker behind the end",
       {visit[0], visit[1], visit[2], turn("C", 7, 8, "bedankt voor het kijken")},
       "0/0/4 0/0/4 0/0/4",
       "6.0 0.0 1.0 0.0",
       3},
      // Beyond the collar of 5 s no word pairs: 9 removed and 9 inserted. 6 s missed, 6 s of
      // nobody.
      {"twenty seconds late",
       {turn("arts", 20, 22, "heeft u pijn"), turn("patient", 22, 24, "nee geen pijn"),
        turn("arts", 24, 26, "dat is mooi")},
       "0/0/0 0/0/0 0/9/9",
       "6.0 6.0 6.0 0.0",
       2},
      // One word wrong, one lost; both speak in second 2 to 3, where one more speaks than should.
      {"a substitution, a removal and an overlap",
       {turn("arts", 0, 3, "heeft u koorts"), turn("patient", 2, 4, "geen pijn"),
        turn("arts", 4, 6, "dat is mooi")},
       "1/1/0 1/1/0 1/1/0",
       "6.0 0.0 1.0 0.0",
       2},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Row row = counted(visit, example.output);
    CHECK(words(row) == example.words);
    CHECK(times(row) == example.times);
    CHECK(row[output_speakers] == example.speakers);
    CHECK(row[speaker_count_difference] == std::abs(example.speakers - 2));
  }
}

TEST_CASE("an empty reference adds above the line and nothing below it") {
  const Row row = counted({}, {turn("A", 0, 1, "bedankt voor het kijken")});
  CHECK(words(row) == "0/0/4 0/0/4 0/0/4");
  CHECK(times(row) == "0.0 0.0 1.0 0.0");
  CHECK_FALSE(cp_word_error_rate(row));
  CHECK_FALSE(diarisation_error_rate(row));
  CHECK_FALSE(jaccard_error_rate(row));
  const Row both = row + counted(visit, visit);
  CHECK(cp_word_error_rate(both)->value == Approx(4.0 / 9));
  CHECK(diarisation_error_rate(both)->value == Approx(1.0 / 6));
}

TEST_CASE("without times in the reference nothing that needs them is counted") {
  const Row row = counted({turn("a", "ja"), turn("b", "nee")}, visit);
  CHECK(row[timed_recordings] == 0);
  CHECK(row[timed_reference_words] == 0);
  CHECK(row[reference_time] == 0);
  CHECK(row[reference_words] == 2);
  CHECK_FALSE(tcp_word_error_rate(row));
}

TEST_CASE("a tool that gives no times for one recording has no value for any") {
  const Turns untimed{turn("A", "heeft u pijn"), turn("B", "nee geen pijn"),
                      turn("A", "dat is mooi")};
  const Row row = counted(visit, untimed) + counted(visit, visit);
  CHECK(cp_word_error_rate(row)->value == 0);
  CHECK(row[timed_recordings] == 2);
  CHECK(row[timed_outputs] == 1);
  CHECK_FALSE(tcp_word_error_rate(row));
  CHECK_FALSE(diarisation_error_rate(row));
  CHECK_FALSE(jaccard_error_rate(row));
  // Nothing at all is no evasion: it is judged as silence.
  CHECK(tcp_word_error_rate(counted(visit, {}))->value == 1);
  CHECK(diarisation_error_rate(counted(visit, {}))->value == 1);
}

TEST_CASE("a turn without a speaker is spoken by its channel") {
  Turns output = visit;
  for (Turn& one : output) {
    one.channel = one.speaker == "arts" ? "1" : "2";
    one.speaker.clear();
  }
  CHECK(words(counted(visit, output)) == "0/0/0 0/0/0 0/0/0");
  for (Turn& one : output) one.channel.clear();  // one nameless speaker
  CHECK(words(counted(visit, output)) == "0/3/3 0/0/0 0/3/3");
}

TEST_CASE("what is not to be scored takes away the words in its middle, on both sides") {
  // Four words of equal length in 4 s have their middles at 0.5, 1.5, 2.5 and 3.5 s.
  const Turns reference{ignored(1.5, 2.5), turn("a", 5, 6, "ja")};
  const Row row = counted(reference, {turn("A", 0, 4, "een twe dri vie"), turn("A", 5, 6, "ja")});
  CHECK(row[reference_words] == 1);
  CHECK(row[output_words] == 4);  // not "twe": 1.5 is within; "dri": 2.5 is not
  // 1 s of speech; the turn of 4 s has 3 s that are scored, all of them of nobody.
  CHECK(times(row) == "1.0 0.0 3.0 0.0");

  Turns channels{ignored(0, 9)};
  channels[0].channel = "1";
  Turns output{turn("A", 1, 2, "een"), turn("B", 1, 2, "twee"), turn("C", 1, 2, "drie")};
  output[0].channel = "1";
  output[1].channel = "2";
  CHECK(counted(channels, output)[output_words] == 1);  // that of channel 2
}

TEST_CASE("where everything is not to be scored, nothing is") {
  const Row row = counted({ignored(0, 9)}, {turn("A", 1, 2, "een")});
  CHECK(row[output_words] == 0);
  CHECK(times(row) == "0.0 0.0 0.0 0.0");
}

TEST_CASE("the collar, its convention and overlap change time and nothing else") {
  // The output turns at 2.4 s where the reference turns at 2 s: 0.4 s under another name.
  const Turns reference{turn("a", 0, 2, "ja"), turn("b", 2, 4, "nee"), turn("a", 3, 4, "ja")};
  const Turns output{turn("A", 0, 2.4, "ja"), turn("B", 2.4, 4, "nee"), turn("A", 3, 4, "ja")};
  Rules rules = plain_rules();
  CHECK(times(counted(reference, output, rules)) == "5.0 0.0 0.0 0.4");
  // Around 0, 2, 3 and 4 s, 0.2 s on each side: 0.2, 0.4 (of which 0.2 confused), 0.2 of one and
  // 0.2 of two speakers, 0.2 of two.
  rules.diarisation.collar = second / 5;
  CHECK(times(counted(reference, output, rules)) == "3.4 0.0 0.0 0.2");
  rules.diarisation.convention = CollarConvention::pyannote_total;
  CHECK(times(counted(reference, output, rules)) == "4.2 0.0 0.0 0.3");
  rules.diarisation.skip_overlap = true;
  CHECK(times(counted(reference, output, rules)) == "2.6 0.0 0.0 0.3");
  CHECK(words(counted(reference, output, rules)) == "0/0/0 0/0/0 0/0/0");
}

TEST_CASE("ORC WER beyond the limit is the greedy one, and the column says so") {
  Turns reference, output;
  for (int i = 0; i < 50; ++i) {
    const std::string word = "woord" + std::to_string(i);
    reference.push_back(turn(i % 2 ? "a" : "b", i, i + 1, word));
    output.push_back(turn(std::to_string(i % 4), i, i + 1, word));
  }
  // 50 utterances x 14^2 x 13^2 states fit; a hundredfold of words does not.
  CHECK(counted(reference, output)[orc_exact] == 1);
  for (Turn& one : output) one.text += " a b c d e f g h";
  const Row row = counted(reference, output);
  CHECK(row[orc_exact] == 0);
  CHECK(row[orc_substituted] + row[orc_removed] == 0);
  CHECK(row[orc_inserted] == 400);
}
