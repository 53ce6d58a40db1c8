// SPDX-License-Identifier: Apache-2.0
// STM, CTM, RTTM and NLP: one segment a line.
#include "harness/data/segments_test.h"

using namespace keur;
using namespace std::string_literals;

TEST_CASE("STM: utterances with speaker and times") {
  const SegmentExample examples[] = {
      {"plain", "visit A nurse 1.5 3 no fever\n", "visit A nurse 1.5-3 'no fever'"},
      {"labels", "v 1 s 0 1 <o,f0,male> no fever\n", "v 1 s 0-1 'no fever' [o,f0,male]"},
      {"no text", "v 1 s 0 1\n", "v 1 s 0-1"},
      {"labels and no text", "v 1 s 0 1 <o>\n", "v 1 s 0-1 [o]"},
      {"empty labels", "v 1 s 0 1 <> <um> yes\n", "v 1 s 0-1 '<um> yes'"},
      {"a bracket that is no label", "v 1 s 0 1 a <b>\n", "v 1 s 0-1 'a <b>'"},
      {"not to be scored", "v 1 s 0 1 <o> IGNORE_TIME_SEGMENT_IN_SCORING\n",
       "v 1 s 0-1 [o] ignored"},
      {"not to be scored, in small letters", "v 1 s 0 1 ignore_time_segment_in_scoring",
       "v 1 s 0-1 ignored"},
      {"the mark within a text is text", "v 1 s 0 1 a IGNORE_TIME_SEGMENT_IN_SCORING\n",
       "v 1 s 0-1 'a IGNORE_TIME_SEGMENT_IN_SCORING'"},
      {"comments and blank lines", ";; LABEL x\n\n  \nv 1 s 0 1 a\n ;; b\n", "v 1 s 0-1 'a'", "",
       "comments"},
      {"tabs and many blanks", "v\t1  s\t0 1 \t a  b \n", "v 1 s 0-1 'a  b'"},
      {"CRLF and a byte order mark", "\xEF\xBB\xBFv 1 s 0 1 a\r\nv 1 s 1 2 b\r\n",
       "v 1 s 0-1 'a' / v 1 s 1-2 'b'"},
      {"a segment of no length", "v 1 s 1 1 a\n", "v 1 s 1-1 'a'"},
      {"0.1 + 0.2 is 0.3", "v 1 s 0.1 0.3 a\n", "v 1 s 0.1-0.3 'a'"},
      {"nothing", "", ""},
      {"all problems at once",
       "v 1 s\nv 1 s a 1 x\nv 1 s 0 b x\nv 1 s 2 1 x\nv 1 s -1 1 x\nv 1 s 0.0000001 1 x\n"
       "v 1 s 0 1e99 x\nv 1 s 0 1 good\n",
       "v 1 s 0-1 'good'",
       "data-columns 1:0+0, data-time 2:7+1, data-time 3:9+1, data-time-order 4:9+1, "
       "data-time 5:7+1, data-time-precision 6:7+1, data-time 7:9+1"},
      {"NUL", "v 1 s 0 1 a\nv 1 s 0 1 a\0b\n"s, "", "data-nul 2:0+0"},
      {"invalid UTF-8", "v 1 s 0 1 a\n\nv 1 s 0 1 \xFF\n", "", "data-utf8 3:0+0"},
  };
  check_segments("stm", examples);
}

TEST_CASE("CTM: words with times, confidence and alternatives") {
  const SegmentExample examples[] = {
      {"plain", "v A 1.5 0.25 fever\n", "v A 1.5-1.75 'fever'"},
      {"confidence as written", "v A 0 1 a 0.870\nv A 1 1 b -1e-3\n",
       "v A 0-1 'a' (0.870) / v A 1-2 'b' (-1e-3)"},
      {"alternatives",
       "v A * * <ALT_BEGIN>\nv A 0 1 um\nv A * * <ALT>\nv A 0 1 @\nv A * * <ALT_END>\nv A 1 1 no\n",
       "v A 0-1 'um' a1.1 / v A 0-1 '@' a1.2 / v A 1-2 'no'"},
      {"two after each other",
       "v A * * <ALT_BEGIN>\nv A 0 1 a\nv A * * <ALT_END>\n"
       "v A * * <ALT_BEGIN>\nv A 0 1 b\nv A * * <ALT_END>\n",
       "v A 0-1 'a' a1.1 / v A 0-1 'b' a2.1"},
      {"comment", ";; x\nv A 0 1 a\n", "v A 0-1 'a'", "", "comments"},
      {"all problems at once",
       "v A 0 1\nv A 0 1 a b\nv A 0 1 a 0.5 c\nv A 0 -1 a\nv A x 1 a\nv A 0 1 a nan\n", "",
       "data-columns 1:0+0, data-confidence 2:11+1, data-columns 3:0+0, data-time 4:7+1, "
       "data-time 5:5+1, data-confidence 6:11+1"},
      {"never ended", "v A 0 1 x\nv A * * <ALT_BEGIN>\nv A 0 1 a\n",
       "v A 0-1 'x' / v A 0-1 'a' a1.1", "data-ctm-alternative 2:0+0"},
      {"within another", "v A * * <ALT_BEGIN>\nv A 0 1 a\nv A * * <ALT_BEGIN>\nv A * * <ALT_END>\n",
       "v A 0-1 'a' a1.1", "data-ctm-alternative 3:9+1"},
      {"without a beginning", "v A * * <ALT>\nv A * * <ALT_END>\nv A * * <ALT_MAYBE>\n", "",
       "data-ctm-alternative 1:9+1, data-ctm-alternative 2:9+1, data-ctm-alternative 3:9+1"},
      {"a branch without words",
       "v A * * <ALT_BEGIN>\nv A * * <ALT>\nv A 0 1 a\nv A * * <ALT_END>\n", "v A 0-1 'a' a1.2",
       "data-ctm-alternative 2:9+1"},
  };
  check_segments("ctm", examples);
}

TEST_CASE("RTTM: turns") {
  const SegmentExample examples[] = {
      {"a turn", "SPEAKER v 1 0.5 1.25 <NA> <NA> nurse <NA> <NA>\n", "v 1 nurse 0.5-1.75"},
      {"nine fields, a confidence", "SPEAKER v <NA> 0 1 <NA> <NA> s 0.9\n", "v s 0-1 (0.9)"},
      {"other lines",
       "SPKR-INFO v 1 <NA> <NA> <NA> adult s <NA>\nSPEAKER v 1 0 1 <NA> <NA> s <NA>\n", "v 1 s 0-1",
       "", "lines-of-other-types"},
      {"subtype and lookahead", "SPEAKER v 1 0 1 <NA> backch s <NA> 0.2\n", "v 1 s 0-1", "",
       "lookahead,subtype"},
      {"words, which a turn has no place for", "SPEAKER v 1 0 1 yes <NA> s <NA>\n", "v 1 s 0-1", "",
       "orthography"},
      {"all problems at once",
       "SPEAKER v 1 0 1\nSPEAKER v 1 0 -1 <NA> <NA> s <NA>\n"
       "SPEAKER v 1 0 1 <NA> <NA> s high\n",
       "", "data-columns 1:0+0, data-time 2:15+1, data-confidence 3:29+1"},
  };
  check_segments("rttm", examples);
}

TEST_CASE("NLP: tokens under named columns") {
  const std::string header = "token|speaker|ts|endTs|punctuation|case|tags\n";
  const SegmentExample examples[] = {
      {"tokens", header + "Good|1|0.5|0.75||UC|[]\nmorning|1|||,|LC|['5:TIME']\n",
       "visit 1 0.5-0.75 'Good' / visit 1 'morning,' [['5:TIME']]", "", "case"},
      {"columns in another order", "speaker|token\n2|no\n", "visit 2 'no'"},
      {"punctuation before", "token|prepunctuation|punctuation\nyes|(|)\n", "visit '(yes)'"},
      {"an unknown column", "token|wer_tags\na|[]\nb|['7']\n", "visit 'a' / visit 'b'", "",
       "wer_tags"},
      {"CRLF", "token|speaker\r\na|1\r\n\r\n", "visit 1 'a'"},
      {"no header", "Good|1|0.5\n", "", "data-missing-field 1:0+0"},
      {"nothing", "", "", "data-missing-field 1:0+0"},
      {"a column twice", "token|token\na|b\n", "", "data-duplicate-field 1:0+0"},
      {"all problems at once",
       header + "a|1\n|1|||||\na|1|0.5||||\na|1|2|1|||\na|1|x|1|||\na|1|-1|1|||\n", "",
       "data-columns 2:0+0, data-missing-field 3:0+0, data-missing-field 4:0+0, "
       "data-time-order 5:0+0, data-time 6:0+0, data-time 7:0+0"},
  };
  check_segments("nlp", examples);
}

TEST_CASE("what is wrong a thousand times is said a thousand times") {
  std::string bytes;
  for (int i = 0; i < 1500; ++i) bytes += "v\n";
  Diagnostics problems;
  const auto file = read_text("visit", bytes, problems);
  for (const char* format : {"stm", "ctm"}) {
    problems.clear();
    find_segment_format(format, "")->read(*file, problems);
    CHECK(problems.size() == 1000);
  }
}

TEST_CASE("what was said, joined") {
  const auto joined = [](const char* format, const std::string& bytes) {
    return joined_text(read_segments(format, bytes).transcript.segments);
  };
  CHECK(joined("stm",
               "v 1 s 0 1 no fever\nv 1 s 1 2 IGNORE_TIME_SEGMENT_IN_SCORING\n"
               "v 1 s 2 3\nv 1 s 3 4 no cough\n") == "no fever no cough");
  CHECK(joined("ctm",
               "v A * * <ALT_BEGIN>\nv A 0 1 um\nv A * * <ALT>\nv A 0 1 @\n"
               "v A * * <ALT_END>\nv A 1 1 no\n") == "{ um / @ } no");
  CHECK(joined("ctm", "v A * * <ALT_BEGIN>\nv A 0 1 a\nv A * * <ALT_END>\n") == "{ a }");
  CHECK(joined("stm", "") == "");
}

TEST_CASE("segments are known by where they stand") {
  const auto transcript =
      read_segments("stm", "v A nurse 1.50 3 a\nw A nurse 0 1 b\nv B x 0 1 c\nv A y 3 4 d\n")
          .transcript;
  CHECK(segment_id(transcript.segments[0]) == "v-A-nurse-1.5-3");
  CHECK(segment_id(Segment{}) == "");
  const auto recordings = by_recording(transcript);
  REQUIRE(recordings.size() == 3);
  CHECK(joined_text(recordings[0]) == "a d");
  CHECK(joined_text(recordings[1]) == "b");
  CHECK(joined_text(recordings[2]) == "c");
}
