// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/normaliser.h"

#include <unicode/uchar.h>

#include <set>

#include "metrics/text/utf8.h"
#include "metrics/text/white_space.h"
#include "tests/catch.h"

using namespace keur;

TEST_CASE("the normalisers are found by their ids") {
  std::vector<std::string_view> ids;
  for (const Normaliser* normaliser : all_normalisers()) {
    ids.push_back(normaliser->id);
    CHECK(find_normaliser(normaliser->id) == normaliser);
    CHECK_FALSE(normaliser->title.empty());
  }
  CHECK(ids == std::vector<std::string_view>{"basic-1", "en-clinical-1", "nbest", "nl-clinical-1",
                                             "verbatim-1", "whisper-basic", "whisper-english"});
  CHECK(find_normaliser("basic") == nullptr);
}

TEST_CASE("only a normaliser that hides differences comes with a warning") {
  CHECK(find_normaliser("basic-1")->warning.empty());
  CHECK(find_normaliser("verbatim-1")->warning.empty());
  CHECK(find_normaliser("nbest")->warning.empty());
  CHECK(find_normaliser("nl-clinical-1")->warning.empty());
  CHECK(find_normaliser("en-clinical-1")->warning.empty());
  const auto id = GENERATE(as<std::string_view>{}, "whisper-basic", "whisper-english");
  const std::string_view warning = find_normaliser(id)->warning;
  for (const auto part : {"never for a gate", "brackets", "decimal", "signs", "inequalities"}) {
    CAPTURE(part);
    CHECK(warning.find(part) != std::string_view::npos);
  }
}

TEST_CASE("every normaliser leaves single spaces inside and none at the ends") {
  for (const Normaliser* normaliser : all_normalisers()) {
    CAPTURE(normaliser->id);
    std::string out = "left over";
    normaliser->normalise("", out);
    CHECK(out.empty());
    normaliser->normalise(" \t\r\n\u00a0\u3000 ", out);
    CHECK(out.empty());
    normaliser->normalise("\u2003 geen\r\n pijn\t", out);
    CHECK(out == "geen pijn");
  }
}

TEST_CASE("verbatim-1 changes white space and nothing else") {
  std::string out;
  find_normaliser("verbatim-1")->normalise("\ufeffHb:  7,2 (E\u0301e\u0301n)\u00a0!", out);
  CHECK(out == "\ufeffHb: 7,2 (E\u0301e\u0301n) !");
}

TEST_CASE("white space is the property of Unicode") {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const bool expected = u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
    if (is_white_space(c) != expected) UNSCOPED_INFO("code point " << static_cast<unsigned>(c));
    REQUIRE(is_white_space(c) == expected);
  }
}
