// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/stretches.h"

#include <string>

#include "metrics/conversation/recording_test.h"

using namespace keur;
using namespace keur::conversation;

namespace {

Turn on(std::string channel, Turn made) {
  made.channel = std::move(channel);
  return made;
}

// "a b|c > a c d": the words of each speaker, then those of the output; a line a stretch, and at
// last how many words lie in none.
std::string cut(const std::vector<Turn>& reference, const std::vector<Turn>& output) {
  const Conversation recording =
      read_conversation(write_turns(reference), write_turns(output),
                        *find_normaliser("basic-1"), false);
  const Stretches stretches = cut_into_stretches(recording);
  const auto joined = [](const Stream& words) {
    std::string text;
    for (const auto word : words) text += (text.empty() ? "" : " ") + std::string(word);
    return text;
  };
  std::string told;
  for (const Stretch& stretch : stretches.scored) {
    for (std::size_t k = 0; k < stretch.reference.size(); ++k)
      told += (k > 0 ? "|" : "") + joined(stretch.reference[k]);
    told += " > " + joined(stretch.output) + "\n";
  }
  return told + std::to_string(stretches.outside);
}

Rules at_once(std::size_t limit) {
  Rules rules = plain_rules();
  rules.overlap_limit = limit;
  return rules;
}

}  // namespace

TEST_CASE("a stretch is turns that hang together in time, and the words whose middle lies in it") {
  const std::vector<Turn> reference{turn("b", 0, 4, "een twee"), turn("a", 3, 6, "drie"),
                                    turn("b", 5, 7, "vier"), turn("a", 7, 9, "vijf")};
  // Speakers in the order of their names. To begin when the last one ends is not at once.
  CHECK(cut(reference, {turn("x", 0, 1, "een"), turn("x", 6.4, 7.5, "vier"),
                        turn("x", 6.5, 7.5, "vijf"), turn("x", 9, 10, "zes")}) ==
        "drie|een twee vier > een vier\nvijf > vijf\n1");
  CHECK(cut({}, {turn("x", 0, 1, "een twee")}) == "2");
  CHECK(cut({turn("a", 1, 2, "een")}, {}) == "een > \n0");
  // The words of a turn have their share of its time.
  CHECK(cut({turn("a", 0, 1, "een"), turn("b", 1, 2, "twee")}, {turn("x", 0, 2, "een twee")}) ==
        "een > een\ntwee > twee\n0");
}

TEST_CASE("channels are kept apart where all turns name one") {
  const Turn left = on("1", turn("a", 0, 4, "een")), right = on("2", turn("b", 0, 4, "twee"));
  CHECK(cut({left, right}, {on("2", turn("x", 1, 2, "een")), on("3", turn("x", 1, 2, "drie"))}) ==
        "een > \ntwee > een\n1");
  CHECK(cut({left, right}, {turn("x", 1, 2, "een")}) == "een|twee > een\n0");
}

TEST_CASE("a stretch that touches what is not to be scored is left out whole") {
  CHECK(cut({turn("a", 0, 4, "een"), ignored(3, 5), turn("a", 6, 7, "twee")},
            {turn("x", 1, 2, "een"), turn("x", 4, 5, "eh"), turn("x", 6, 7, "twee")}) ==
        "twee > twee\n0");
}

TEST_CASE("where the reference says where nobody speaks, words elsewhere are left out") {
  const std::vector<Turn> output{turn("x", 0, 1, "eh"), turn("x", 2, 3, "een"),
                                 turn("x", 5, 6, "eh")};
  CHECK(cut({turn("a", 2, 4, "een")}, output) == "een > een\n2");
  CHECK(cut({turn("inter_segment_gap", 0, 2, ""), turn("a", 2, 4, "een")}, output) ==
        " > eh\neen > een\n0");
}

TEST_CASE("what people say at once is counted, up to the limit") {
  const std::vector<Turn> reference{turn("a", 0, 4, "goed morgen"), turn("b", 1, 4, "dag dokter"),
                                    turn("a", 5, 6, "ja")},
      output{turn("", 0, 4, "goed dag morgen zuster"), turn("", 5, 6, "ja"), turn("", 8, 9, "eh")};
  const Row any = counted(reference, output, at_once(9));
  CHECK(any.size() == column_count);
  CHECK(any[overlap_reference_words] == 5);
  CHECK(any[overlap_substituted] == 1);
  CHECK(any[overlap_removed] == 0);
  CHECK(any[overlap_inserted] == 1);
  CHECK(any[overlap_left_out_words] == 0);
  const Row one = counted(reference, output, at_once(1));
  CHECK(one[overlap_reference_words] == 1);
  CHECK(one[overlap_substituted] == 0);
  CHECK(one[overlap_inserted] == 1);
  CHECK(one[overlap_left_out_words] == 4);
  CHECK(counted(reference, output).size() == plain_column_count);
  // Without times nothing can be cut.
  CHECK(counted(reference, {turn("", "goed morgen")}, at_once(9))[overlap_reference_words] == 0);
}

TEST_CASE("too much at once is a fault, told with numbers and no word of it") {
  std::string many;
  for (int i = 0; i < 600; ++i) many += "ja ";
  const std::vector<Turn> reference{turn("a", 10, 90, many), turn("b", 20, 80, many)};
  const std::string said = write_turns(reference),
                    written = write_turns(std::vector{turn("", 10, 90, many)});
  const std::optional<std::string_view> fields[] = {said, written};
  const auto fault = [&](std::size_t limit) {
    return ConversationCounter(at_once(limit)).case_fault({&fields[0], 1}, {&fields[1], 1});
  };
  REQUIRE(fault(2));
  CHECK(fault(2)->too_large);
  CHECK(fault(2)->message ==
        "from second 10 on 2 people speak with hardly a pause, 600, 600 words, against 600: too "
        "much to compare at once");
  CHECK_FALSE(fault(1));
  CHECK_FALSE(ConversationCounter(plain_rules()).case_fault({&fields[0], 1}, {&fields[1], 1}));
}
