// SPDX-License-Identifier: Apache-2.0
// SRT, WebVTT, TextGrid, SegLST and verbose_json.
#include "harness/data/segments_test.h"

using namespace keur;
using namespace std::string_literals;

TEST_CASE("SRT: cues") {
  const std::string time = "00:00:01,000 --> 00:00:02,500\n";
  const SegmentExample examples[] = {
      {"a cue", "1\n" + time + "no fever\n", "visit 1-2.5 'no fever'"},
      {"two lines", "1\n" + time + "no\nfever\n\n2\n00:00:03.000 --> 00:00:04.000\nb",
       "visit 1-2.5 'no\nfever' / visit 3-4 'b'"},
      {"without numbers", time + "a\n\n" + time + "b\n", "visit 1-2.5 'a' / visit 1-2.5 'b'"},
      {"without text", "1\n" + time + "\n2\n" + time + "b\n", "visit 1-2.5 / visit 1-2.5 'b'"},
      {"CRLF, a byte order mark, many blank lines",
       "\xEF\xBB\xBF\r\n\r\n1\r\n00:00:01,000 --> 00:00:02,500\r\na\r\n\r\n\r\n",
       "visit 1-2.5 'a'"},
      {"tags", "1\n" + time + "{\\an8}<i>no</i> <font color=\"red\">fever</font>\n",
       "visit 1-2.5 'no fever'", "", "markup"},
      {"tags around tags, lines of tags", "1\n" + time + "<<b>i>no\n</b>\n<i><<i>u>\nfever\n",
       "visit 1-2.5 'no\nfever'", "", "markup"},
      {"what is no tag", "1\n" + time + "a < b <c> <i {x}\n", "visit 1-2.5 'a < b <c> <i {x}'"},
      {"coordinates", "1\n00:00:01,000 --> 00:00:02,500 X1:40 X2:600\na\n", "visit 1-2.5 'a'", "",
       "cue-settings"},
      {"a text that is a number", "1\n" + time + "40\n", "visit 1-2.5 '40'"},
      {"nothing", "", ""},
      {"all problems at once",
       "1\n\n2\nno times\n\n3\n00:00:61,000 --> 00:00:62,000\na\n\n4\n00:00:02,000 --> "
       "00:00:01,000\na\n\n5\n00:00:01,000 -> 00:00:02,000\na\n\n6\n" +
           time + "good\n",
       "visit 1-2.5 'good'",
       "data-cue 1:0+0, data-cue 4:0+0, data-cue 7:1+1, data-time-order 11:18+1, data-cue 15:0+0"},
  };
  check_segments("srt", examples);
}

TEST_CASE("WebVTT: cues with voices") {
  const std::string time = "\n00:01.000 --> 00:02.500\n";
  const SegmentExample examples[] = {
      {"a cue", "WEBVTT\n" + time + "no fever\n", "visit 1-2.5 'no fever'"},
      {"a voice", "WEBVTT\n" + time + "<v Nurse Joy>no fever</v>\n",
       "visit Nurse Joy 1-2.5 'no fever'"},
      {"a voice broken over lines", "WEBVTT\n" + time + "<v Nurse\n Joy >no\n",
       "visit Nurse Joy 1-2.5 'no'"},
      {"a line of tags alone", "WEBVTT\n" + time + "no\n</v>\nfever\n", "visit 1-2.5 'no\nfever'"},
      {"two voices", "WEBVTT\n" + time + "<v A>no\n<v B>yes\n",
       "visit A 1-2.5 'no' / visit B 1-2.5 'yes'"},
      {"references", "WEBVTT\n" + time + "pH &lt; 7 &amp;amp; R&amp;D &x;\n",
       "visit 1-2.5 'pH < 7 &amp; R&D &x;'"},
      {"other tags", "WEBVTT\n" + time + "<c.loud>no <00:01.500>fever</c>\n",
       "visit 1-2.5 'no fever'", "", "markup"},
      {"ids, settings, comments, styles, a header",
       "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue {}\n\nNOTE x\ny\n\nintro\n00:01.000 --> "
       "00:02.000 align:start\na\n\n1\n00:02.000 --> 00:03.000\nb\n",
       "visit 1-2 'a' / visit 2-3 'b'", "", "comments,cue-ids,cue-settings,header,styles"},
      {"an empty cue", "WEBVTT\n" + time, "visit 1-2.5"},
      {"only the header", "WEBVTT", ""},
      {"no header", "1\n00:01.000 --> 00:02.000\na\n", "", "data-cue 1:0+0"},
      {"a header of another format", "WEBVTTX\n" + time + "a\n", "", "data-cue 1:0+0"},
      {"nothing", "", "", "data-cue 1:0+0"},
      {"all problems at once",
       "WEBVTT\n\nlost text\n\n00:01,000 --> 00:02,000\na\n\n00:02.000 --> 00:01.000\na\n" + time +
           "good\n",
       "visit 1-2.5 'good'", "data-cue 3:0+0, data-cue 5:1+1, data-time-order 8:15+1", "cue-ids"},
  };
  check_segments("vtt", examples);
}

namespace {

const std::string long_grid = R"(File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 3.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "nurse"
        xmin = 0
        xmax = 3.5
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = ""
        intervals [2]:
            xmin = 1.5
            xmax = 3.5
            text = "he said ""no"" ! fever"
    item [2]:
        class = "IntervalTier"
        name = "patient"
        xmin = 0
        xmax = 3.5
        intervals: size = 1
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "yes"
)";
const std::string short_grid =
    "File type = \"ooTextFile\"\n\"TextGrid\"\n\n0\n3.5\n<exists>\n2\n\"IntervalTier\"\n\"nurse\"\n"
    "0\n3.5\n2\n0\n1.5\n\"\"\n1.5\n3.5\n\"he said \"\"no\"\" ! fever\"\n\"IntervalTier\"\n"
    "\"patient\"\n0\n3.5\n1\n0\n1.5\n\"yes\"\n";
const std::string grid_segments =
    "visit patient 0-1.5 'yes' / visit nurse 1.5-3.5 'he said \"no\" ! fever'";

std::string utf16(const std::string& ascii, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) bytes += big ? "\0"s + c : c + "\0"s;
  return bytes;
}

// A grid of one tier with the one interval [0, 1] of this text.
std::string one(const std::string& text) {
  return "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"a\" 0 1 1 0 1 " + text;
}

}  // namespace

TEST_CASE("TextGrid: intervals of tiers") {
  const std::string start = "\"ooTextFile\" \"TextGrid\" 0 1 <exists> ";
  const SegmentExample examples[] = {
      {"long", long_grid, grid_segments},
      {"short", short_grid, grid_segments},
      {"UTF-16, low byte first", utf16(long_grid, false), grid_segments},
      {"UTF-16, high byte first", utf16(short_grid, true), grid_segments},
      {"UTF-16 beyond the first plane",
       utf16(one("\""), false) + "\x3D\xD8\x00\xDE"s + utf16("\"", false).substr(2),
       "visit a 0-1 '\xF0\x9F\x98\x80'"},
      {"comments", one("! \"no\" 5\n\"yes\" ! 7\n"), "visit a 0-1 'yes'"},
      {"a line break in a text", one("\"no\nfever\""), "visit a 0-1 'no\nfever'"},
      {"points", start + "1 \"TextTier\" \"p\" 0 1 1 0.5 \"x\"", "", "", "point-tiers"},
      {"no tier", start + "0", ""},
      {"no tiers at all", "\"ooTextFile\" \"TextGrid\" 0 1 <absent>", ""},
      {"times of many digits", start + "1 \"IntervalTier\" \"a\" 0 1 1 0 0.30123456789 \"x\"",
       "visit a 0-0.301235 'x'", "", "precision"},
      {"another file", "hello", "", "data-textgrid 1:0+0"},
      {"nothing", "", "", "data-textgrid 1:0+0"},
      {"another object", "\"ooTextFile\"\n\"Sound\"", "", "data-textgrid 2:0+0"},
      {"a quote left open", one("\"yes\n\n"), "visit a 0-1 'yes\n\n'"},
      {"an interval too few", start + "1\n\"IntervalTier\" \"a\" 0 1 2\n0 1 \"x\"\n",
       "visit a 0-1 'x'", "data-textgrid 4:0+0"},
      {"an interval too many", one("\"x\"\n1 2 \"y\""), "visit a 0-1 'x'", "data-textgrid 2:0+0"},
      {"a huge count", start + "99999999999999999999", "", "data-textgrid 1:0+0"},
      {"a negative count", start + "-1", "", "data-textgrid 1:0+0"},
      {"a count nobody keeps", start + "1 \"IntervalTier\" \"a\" 0 1 9223372036854775807", "",
       "data-textgrid 1:0+0"},
      {"an unknown tier", start + "1 \"PitchTier\" \"a\" 0 1 0", "", "data-textgrid 1:0+0"},
      {"end before start", start + "1 \"IntervalTier\" \"a\" 0 1 1\n1\n0\n\"x\"", "",
       "data-time-order 3:0+0"},
      {"a negative time", start + "1 \"IntervalTier\" \"a\" 0 1 1\n-1 0 \"x\"", "",
       "data-time 2:0+0"},
      {"half a UTF-16 character", "\xFF\xFE\"\0o"s, "", "data-utf8 0:0+0"},
      {"half a surrogate pair", "\xFF\xFE\x3D\xD8"s, "", "data-utf8 0:0+0"},
  };
  check_segments("textgrid", examples);
}

TEST_CASE("SegLST: an array of segments") {
  const SegmentExample examples[] = {
      {"segments",
       R"([{"session_id": "v", "speaker": "s", "start_time": 1.50, "end_time": 2, "words": "no fever"},
 {"words": "", "session_id": "w"}])",
       "v s 1.5-2 'no fever' / w"},
      {"keys of our own",
       R"([{"session_id": "v", "channel": "A", "labels": "o", "confidence": 0.90, "ignore": true,
            "alternation": 1, "branch": 2, "words": "a"}])",
       "v A 'a' [o] (0.90) ignored a1.2"},
      {"times as text, other keys",
       R"([{"session_id": "v", "start_time": "1", "end_time": "2", "x": 1}])", "v 1-2", "", "x"},
      {"binary noise", R"([{"session_id": "v", "start_time": 0, "end_time": 0.30000000000000004}])",
       "v 0-0.3", "", "precision"},
      {"none", "[]", ""},
      {"nothing", "", "", "data-not-an-object 1:0+0"},
      {"an object", "{}", "", "data-not-an-object 1:0+0"},
      {"all problems at once",
       "[{\"words\": \"a\"},\n {\"session_id\": \"v\", \"start_time\": 1},\n"
       " {\"session_id\": \"v\", \"start_time\": 2, \"end_time\": 1},\n 5,\n"
       " {\"session_id\": \"v\", \"branch\": -1},\n"
       " {\"session_id\": {}},\n {\"session_id\": \"v\"}]",
       "v",
       "data-missing-field 1:0+0, data-missing-field 2:0+0, data-time-order 3:0+0, "
       "data-not-an-object 4:0+0, data-field-type 5:0+0, data-field-type 6:0+0"},
      {"not closed", "[{\"session_id\": \"v\"}\n", "", "data-json-syntax 1:0+0"},
      {"a comma too many", "[{\"session_id\": \"v\"},\n]", "v", "data-json-syntax 2:0+0"},
      {"more behind the end", "[{\"session_id\": \"v\"}]\n[]", "v", "data-json-syntax 2:0+0"},
      {"a list in the list", "[{\"session_id\": \"v\"},\n[]]", "v", "data-not-an-object 2:0+0"},
      {"not JSON", "[{\"session_id\": \"v\",\n   oops}]", "", "data-json-syntax 2:4+1"},
  };
  check_segments("seglst", examples);
}

TEST_CASE("verbose_json: one object a recording") {
  const SegmentExample examples[] = {
      {"segments",
       R"({"text": " No fever.", "segments": [{"id": 0, "start": 0.0, "end": 3.319999933242798, "text": " No fever."}]})",
       "visit 0-3.32 'No fever.'", "", "precision"},
      {"what has no place",
       R"({"text": "a", "language": "en", "words": [{"word": "a"}], "task": null,
          "segments": [{"start": 0, "end": 1, "text": "a", "no_speech_prob": 0.1}]})",
       "visit 0-1 'a'", "", "language,no_speech_prob,words"},
      {"text alone", R"({"text": " a "})", "visit 'a'"},
      {"silence", R"({"text": "", "segments": []})", ""},
      {"a list", "[]", "", "data-not-an-object 0:0+0"},
      {"nothing", "", "", "data-json-syntax 1:1+1"},
      {"neither", "{}", "", "data-missing-field 0:0+0"},
      {"text twice", R"({"text": "a", "text": "b"})", "", "data-duplicate-field 0:0+0"},
      {"not JSON", "{\"text\":\n oops}", "", "data-json-syntax 2:2+1"},
      {"half a surrogate pair", R"({"text": "\udc00"})", "", "data-json-syntax 0:0+0"},
      {"text is an object", R"({"text": {}})", "", "data-field-type 0:0+0"},
      {"segments are text", R"({"segments": "a"})", "", "data-field-type 0:0+0"},
      {"all problems at once",
       R"({"segments": [5, {"start": 0, "end": 1}, {"text": "a", "start": 2, "end": 1},
           {"text": "a", "start": -1, "end": 1}, {"text": "a", "text": "b", "start": 0, "end": 1},
           {"text": "good", "start": 0, "end": 1}]})",
       "visit 0-1 'good'",
       "data-not-an-object 0:0+0, data-missing-field 0:0+0, data-time-order 0:0+0, "
       "data-time 0:0+0, data-duplicate-field 0:0+0"},
  };
  check_segments("verbose_json", examples);
  CHECK(read_segments("verbose_json", std::string(100'000, '['))
            .problems.starts_with("data-json-syntax"));
}

TEST_CASE("formats of transcripts are found by name or ending") {
  CHECK(find_segment_format("", "a/b.seglst.json")->id == "seglst");
  CHECK(find_segment_format("", "b.verbose.json")->id == "verbose_json");
  CHECK(find_segment_format("", "b.TextGrid")->id == "textgrid");
  CHECK(find_segment_format("rttm", "b.srt")->id == "rttm");
  CHECK(find_segment_format("", "b.json") == nullptr);
  CHECK(all_segment_formats().size() == 9);
}
