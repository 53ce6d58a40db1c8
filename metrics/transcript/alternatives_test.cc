// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/alternatives.h"

#include <algorithm>
#include <array>
#include <random>

#include "metrics/alignment/network_textbook.h"
#include "metrics/core/family.h"
#include "metrics/text/tokens.h"
#include "metrics/transcript/columns.h"
#include "metrics/transcript/counter.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

constexpr AlternativeOptions all_options{true, true};

// All readings, sorted, each followed by |. An optional word has its parentheses.
std::string readings(std::string_view text, std::string_view normaliser,
                     const AlternativeOptions& options = all_options) {
  const WordNetwork network =
      AlternativeReader(*find_normaliser(normaliser), options).network(text, true);
  std::vector<std::string> all;
  for (const auto& reading : all_readings(network)) {
    all.emplace_back();
    for (const auto number : reading) {
      const auto& arc = network.arcs()[number];
      all.back() += (all.back().empty() ? "" : " ") +
                    (arc.optional ? "(" + arc.word + ")" : arc.word) + (arc.fragment ? "~" : "");
    }
  }
  std::sort(all.begin(), all.end());
  std::string joined;
  for (const auto& one : all) joined += one + "|";
  return joined;
}

ChosenReading chosen(std::string_view reference, std::string_view output,
                     std::string_view normaliser = "basic-1",
                     const AlternativeOptions& options = all_options) {
  NetworkAligner aligner;
  ChosenReading reading;
  AlternativeReader(*find_normaliser(normaliser), options)
      .choose(reference, output, aligner, reading);
  return reading;
}

Row counted(std::string_view reference, std::string_view output, const WordRules& rules,
            const TermList& terms = {}) {
  const std::optional<std::string_view> left = reference, right = output;
  return TranscriptCounter(*find_normaliser("basic-1"), terms, rules)
      .count({&left, 1}, {&right, 1});
}

}  // namespace

TEST_CASE("what stands between notation is normalised by itself") {
  struct Case {
    std::string_view normaliser, text, expected;
  };
  const auto example = GENERATE(values<Case>({
      {"basic-1", "", "|"},
      {"basic-1", "Geen pijn.", "geen pijn|"},
      {"basic-1", "De {RR / Bloeddruk} is 120/80.", "de bloeddruk is 120/80|de rr is 120/80|"},
      // A slash within braces needs its backslash.
      {"basic-1", "{120\\/80 / @} thuis", "120/80 thuis|thuis|"},
      // What the normaliser takes away whole was an alternative all the same.
      {"nl-clinical-1", "{uh / nou} goed", "goed|nou goed|"},
      {"basic-1", "{ - / ja}", "|ja|"},
      // Words that belong together stay together.
      {"nl-clinical-1", "{vijf dagen / een week}", "1 week|5 dag|"},
      // Two words of one: both are there or both are not.
      {"basic-1", "{goed/fout / beide}", "beide|fout|goed|"},
      {"basic-1", "{links\u2013rechts / beide}", "beide|links rechts|"},
      // A letter is a letter: ; hides nothing, * is not dropped, \{ is a brace.
      {"verbatim-1", "pain;denied na* \\{x\\} \\@", "pain;denied na* {x} @|"},
      {"basic-1", "pain;denied", "pain;denied|"},
      // Optional words and fragments, also within alternatives.
      {"basic-1", "b (C) d", "b (c) d|"},
      {"basic-1", "(not now)", "not now|"},
      {"basic-1", "{Fi- / -Lk} (Ten-)", "-lk~ (ten-)~|fi-~ (ten-)~|"},
      // A number is no fragment.
      {"basic-1", "-5 2- min", "-5 2 min|"},
      // Spoken commands are no words of a reference.
      {"basic-1", "geen koorts <punt> {wel / <komma>}", "geen koorts|geen koorts wel|"},
  }));
  CAPTURE(example.text);
  CHECK(readings(example.text, example.normaliser) == example.expected);
}

TEST_CASE("without the options parentheses and hyphens are punctuation") {
  CHECK(readings("b (c) fi-", "basic-1", {}) == "b c fi|");
}

TEST_CASE("a fault is in the text as it was given") {
  const AlternativeReader reader(*find_normaliser("basic-1"), {});
  struct Case {
    std::string_view text;
    std::size_t at;
    std::string_view message;
  };
  const auto example = GENERATE(values<Case>({
      {"dose {unknown units", 5, "this brace is never closed"},
      {"a } b", 2, "this brace was never opened"},
      {"M^{ME} de ferneuse", 2, "a brace within a word; write \\{"},
      {"a { b / } c", 6, "an alternative has no words; write @ for none"},
      {"a b\\", 3, "a backslash with nothing after it"},
      {"bp {120/80 / high}", 7, "a slash between digits within braces"},
  }));
  const auto fault = reader.fault(example.text);
  REQUIRE(fault);
  CHECK(fault->at == example.at);
  CHECK(fault->message == example.message);
  CHECK_FALSE(reader.fault("a { b / @ } c; d/e 120/80 {120\\/80 / 120 / 80}"));
}

TEST_CASE("the reading is the one sclite takes") {
  struct Case {
    std::string_view reference, output, said, written;
  };
  const auto example = GENERATE(values<Case>({
      {"{I am / I'm} well", "I'm well", "i'm well", "i'm well"},
      {"{I am / I'm} well", "I am well", "i am well", "i am well"},
      {"{I am / I'm} well", "well", "i'm well", "well"},
      // The output may hold alternatives, too.
      {"{the / this} is", "{th / this} is", "this is", "this is"},
      {"a {uh / @} b", "a b", "a b", "a b"},
      // An optional word that is missing counts as correct: it stands in both.
      {"b (c) d", "b c i e", "b c d", "b c i e"},
      {"b (c) d", "b d", "b c d", "b c d"},
      {"b d", "b (c) d", "b c d", "b c d"},
      // So does a fragment that stands for a word.
      {"fi- the fish", "find the fish", "fi- the fish", "fi- the fish"},
  }));
  CAPTURE(example.reference, example.output);
  const ChosenReading reading = chosen(example.reference, example.output);
  CHECK(reading.reference == example.said);
  CHECK(reading.output == example.written);
}

TEST_CASE("the hard cases of sclite's own tests, as a suite asks for them") {
  // Counts of sclite -F -D (SCTK, base/test7.pra; test ids in comments). One branch is taken, and
  // the reference has as many words as that.
  struct Case {
    std::string_view reference, output;
    std::array<double, 5> counts;  // matched, substituted, removed, inserted, reference words
  };
  const auto example = GENERATE(values<Case>({
      {"a b { c / e / c d } f g", "a b c d e f g", {6, 0, 0, 1, 6}},  // f_3
      {"uh uh had a long { age-old / age old } problem of my bright",
       "uh uh have along which go problem of my private",
       {5, 5, 0, 0, 10}},  // g_0
      {"a { b / cd / { g h i / gh i / g ih} bd } { e { i n / th } f / ef }",
       "a gh i bd e i n th f",
       {8, 0, 0, 1, 8}},  // h_2
      {"{the / this} is the tea",
       "th { {e / @} is {w as / i / s / @ } / d is } is {th/t} en",
       {1, 3, 0, 1, 4}},  // i_3
      {"{fi-/fig-} th- fi- -icks {-lk/-ik} -offee -him find the fish ticks milk fee him",
       "find the fish ticks milk fee him {fi-/fig-} th- fi- -icks {-lk/-ik} -offee -him",
       {12, 2, 0, 0, 14}},                                  // i_4
      {"", "a b c e f g h i j k", {0, 0, 0, 10, 0}},        // empty-1
      {"b (c) d", "b c i e", {2, 1, 0, 1, 3}},              // od1-4
      {"(a) c b (d) e", "s s s", {2, 3, 0, 0, 5}},          // od2-3
  }));
  CAPTURE(example.reference);
  const Row row =
      counted(example.reference, example.output, {AlignmentMode::sclite, all_options});
  CHECK(std::array<double, 5>{row[matched], row[substituted], row[removed], row[inserted],
                              row[reference_words]} == example.counts);
  CHECK(row[output_words] == row[matched] + row[substituted] + row[inserted]);
}

TEST_CASE("characters, compounds and concepts are those of the reading that was chosen") {
  const WordRules rules{std::nullopt, AlternativeOptions{}};
  const TermList terms{"nl", {{"pressure", ConceptType::measurement, {"bloeddruk", "RR"}}}};
  const Row row = counted("{RR / bloeddruk} stabiel", "bloed druk instabiel", rules, terms);
  // "rr stabiel" and "bloeddruk stabiel" are both two substitutions and an insertion away; the
  // first one stands first.
  CHECK(row[reference_words] == 2);
  CHECK(row[reference_characters] == 10);
  const Row other = counted("{RR / bloeddruk} stabiel", "bloeddruk stabiel", rules, terms);
  CHECK(other[character_errors] == 0);
  CHECK(other[reference_characters] == 17);
  CHECK(other[concepts_said] == 1);
  CHECK(other[concepts_hit] == 1);
}

TEST_CASE("a text without notation is counted as without alternatives") {
  std::mt19937 random(3);
  const std::string_view words[] = {"De", "bloeddruk", "120/80", "-5", "pijn;", "3-4", "(nu)",
                                    "info@x", "na*", "geen"};
  const auto sentence = [&] {
    std::string text;
    for (auto length = random() % 8; length > 0; --length)
      text += std::string(words[random() % std::size(words)]) + " ";
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string reference = sentence(), output = sentence();
    CAPTURE(reference, output);
    for (const auto mode : {std::optional<AlignmentMode>(), std::optional(AlignmentMode::sclite),
                            std::optional(AlignmentMode::kaldi)})
      REQUIRE(counted(reference, output, {mode, AlternativeOptions{}}) ==
              counted(reference, output, {mode, std::nullopt}));
  }
}

TEST_CASE("a text without a fault can be read, and its way is over the words of the reading") {
  std::mt19937 random(5);
  const std::string_view bits[] = {"a", "b", "fi-", "-lk", "(x)",    "{",  "{", "}", "}",
                                   "/", "/", " ",   " ",   " ",      "\\", "@", "1", "120/80",
                                   "*", ";", "-5",  "",    "<komma>", "\u00e9"};
  const auto text = [&] {
    std::string written;
    for (auto length = random() % 12; length > 0; --length)
      written += bits[random() % std::size(bits)];
    return written;
  };
  int read = 0, refused = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string reference = text(), output = text();
    const std::string_view normaliser = round % 2 == 0 ? "basic-1" : "verbatim-1";
    const AlternativeOptions options{random() % 2 == 0, random() % 2 == 0};
    const AlternativeReader reader(*find_normaliser(normaliser), options);
    if (reader.fault(reference) || reader.fault(output)) {
      ++refused;
      continue;
    }
    ++read;
    CAPTURE(reference, output);
    const ChosenReading reading = chosen(reference, output, normaliser, options);
    std::vector<std::string_view> said, written;
    split(reading.reference, said);
    split(reading.output, written);
    const auto steps_but = [&](Edit edit) {
      return reading.trace.size() - static_cast<std::size_t>(std::count(
                                        reading.trace.begin(), reading.trace.end(), edit));
    };
    REQUIRE(steps_but(Edit::insert) == said.size());
    REQUIRE(steps_but(Edit::remove) == written.size());
  }
  CHECK(read > 500);
  CHECK(refused > 500);
}
