// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/layout.h"

#include "metrics/transcript/clinical_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

// "geen=geen, pijn|hoest druk": segments in order, = where they are the same.
std::string told(const Pair& pair) {
  std::string story;
  for (const Segment& segment : pair.layout.segments)
    story += (story.empty() ? "" : ", ") + said(pair.reference, segment.reference) +
             (segment.same ? "=" : "|") + said(pair.output, segment.output);
  return story;
}

}  // namespace

TEST_CASE("a layout parts both texts where they begin and cease to differ") {
  struct Case {
    std::string_view reference, output, story;
  };
  const auto example = GENERATE(values<Case>({
      {"", "", ""},
      {"", "pijn", "|pijn"},
      {"geen pijn", "", "geen pijn|"},
      {"geen pijn nu", "wel pijn", "geen|wel, pijn=pijn, nu|"},
      {"start metoprolol bij hartfalen", "start metformine bij hart falen",
       "start=start, metoprolol|metformine, bij=bij, hartfalen=hart falen"},
      // The vector compound_alignment: apart and joined, with and without other errors beside.
      {"hart falen", "hartfalen", "hart falen=hartfalen"},
      {"post-operatief", "post operatief", "post-operatief=post operatief"},
      {"acuut hartfalen", "hart falen", "acuut|, hartfalen=hart falen"},
      {"bloeddruk", "bloed drug", "bloeddruk|bloed drug"},
      {"instabiel", "in stabiel", "instabiel|in stabiel"},
      {"niet reanimeren", "nietreanimeren", "niet reanimeren|nietreanimeren"},
      {"1 2", "12", "1 2|12"},
      {"vijf en twintig", "vijfentwintig", "vijf en twintig|vijfentwintig"},
  }));
  CAPTURE(example.reference, example.output);
  CHECK(told(Pair(example.reference, example.output)) == example.story);
}

TEST_CASE("words at one place of the ruler stand for each other") {
  const Pair pair("start metoprolol bij hartfalen", "start nu metformine bij hart falen");
  const Layout& layout = pair.layout;
  CHECK(layout.reference_column[3] == layout.output_column[4]);
  CHECK(layout.output_column[4] == layout.output_column[5]);
  CHECK(layout.reference_column[1] == layout.output_column[2]);  // the rightmost is substituted
  CHECK(layout.meet({1, 2}, {1, 2}));
  CHECK_FALSE(layout.meet({1, 2}, {3, 4}));
  CHECK(layout.same_in_output({2, 4}));
  CHECK_FALSE(layout.same_in_output({1, 3}));
  CHECK(layout.inserted == std::vector<bool>{false, true, false, false, false, false});
  CHECK(layout.columns == 5);
  CHECK(layout.output_at({1, 2}) == WordRange{1, 3});
  CHECK(layout.reference_at({4, 6}) == WordRange{3, 4});
}

TEST_CASE("every word has one segment and the ruler never runs back") {
  const auto texts = GENERATE(values<std::pair<std::string_view, std::string_view>>({
      {"a b c d e f", "a x c ef f y"},
      {"bloed druk meten en bij houden", "bloeddruk meten bijhouden nu"},
      {"x", "a b c d e f g"},
      {"a b hartfalen", "hart falen c d"},
      {"long ontsteking met koorts", "de longontsteking koorts koorts koorts"},
  }));
  const Pair pair(texts.first, texts.second);
  std::size_t left = 0, right = 0;
  for (const Segment& segment : pair.layout.segments) {
    CHECK(segment.reference.first == left);
    CHECK(segment.output.first == right);
    left = segment.reference.last;
    right = segment.output.last;
  }
  CHECK(left == pair.reference.size());
  CHECK(right == pair.output.size());
  for (const std::size_t column : pair.layout.output_column) CHECK(column < pair.layout.columns);
  CHECK(std::is_sorted(pair.layout.reference_column.begin(), pair.layout.reference_column.end()));
  CHECK(std::is_sorted(pair.layout.output_column.begin(), pair.layout.output_column.end()));
}
