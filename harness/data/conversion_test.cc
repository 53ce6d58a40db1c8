// SPDX-License-Identifier: Apache-2.0
#include "harness/data/conversion.h"

#include <algorithm>
#include <random>

#include "harness/data/segments.h"
#include "harness/data/temporary_directory_test.h"

using namespace keur;
using namespace std::string_literals;

namespace {

struct Converted {
  std::string bytes, losses, problems;
};

// `losses`: "speaker 2@1, comments": in two segments, first on line 1; somewhere in the file.
Converted converted(const std::string& from_path, const std::string& bytes, const std::string& to) {
  Diagnostics problems;
  const InputFile file = InputFile::of_bytes(from_path, bytes);
  const auto result =
      convert(file, conversion_format("", from_path), to, conversion_format("", to), problems);
  Converted shown;
  shown.problems = places(problems);
  if (!result) return shown;
  shown.bytes = result->bytes;
  for (const Loss& loss : result->losses) {
    shown.losses += (shown.losses.empty() ? "" : ", ") + loss.what;
    if (loss.count)
      shown.losses += " " + std::to_string(loss.count) + "@" + std::to_string(loss.line);
  }
  return shown;
}

const std::string grid =
    "\"ooTextFile\" \"TextGrid\" 0 3 <exists> 2 \"IntervalTier\" \"nurse\" 0 3 2 0 1 \"no "
    "\"\"fever\"\"\" "
    "1 3 \"\" \"IntervalTier\" \"\xC3\xA9l\xC3\xA8ve\" 0 3 2 0 0.5 \"\" 0.5 3 \"yes\nno\"";

}  // namespace

TEST_CASE("there and back nothing is lost") {
  struct Example {
    const char* first;
    const char* second;
    std::string bytes;
  };
  const Example examples[] = {
      {"a.stm", "b.seglst.json",
       "v A s 0 1.25 <o,f0> no fever\nv A s 1.25 2 IGNORE_TIME_SEGMENT_IN_SCORING\n"
       "w B t 0.000001 0.000002 <> <um> (uh) {a / b}\nw B t 3 3\n"},
      {"a.ctm", "b.seglst.json",
       "v A 0 0.25 no 0.990\nv A * * <ALT_BEGIN>\nv A 0.25 1 fever\nv A * * <ALT>\nv A 0.25 1 @\n"
       "v A * * <ALT_END>\nv B 0.1 0.2 yes\n"},
      {"a.srt", "a.vtt",
       "1\n00:00:01,000 --> 00:00:02,500\npH < 7 & R&D\n\n2\n01:00:03,001 --> 01:00:04,000\n"
       "two\nlines --> here\n"},
      {"a.TextGrid", "b.seglst.json", grid},
      {"a.rttm", "b.seglst.json", "SPEAKER v 1 0.5 1.25 <NA> <NA> nurse 0.9 <NA>\n"},
      {"a.stm", "b.csv", "v A s 0 1.25 <o,f0> no, \"fever\"\nv A s 2 3 x\n"},
      {"a.csv", "b.jsonl",
       "id,text,note\n1,\"a,\nb\",\n\" 2\",\"say \"\"a\"\"\",NA\n3, \xC3\xA9 ,\"\r\"\n"},
      {"a.csv", "b.json", "id,text\n1,a\n\"\",\"\"\n"},
      {"a.csv", "b.tsv", "id,text\n1,\"a\tb\"\n"},
      {"a.csv", "b.csv", "id\n\"\"\n\" \"\n\"a\"\n"},
      {"a.csv", "b.tsv", "\n\xEF\xBB\xBFid\n\xEF\xBB\xBF\n"},
      {"a.trn", "b.jsonl", "no fever (s-1)\n(s-2)\n(uh) x (t_1)\n"},
      {"a.nlp", "b.seglst.json", "token|speaker|ts|endTs|tags\nno|1|0|0.5|['a']\nfever,|2|||[]\n"},
  };
  for (const Example& example : examples) {
    INFO(example.first << " to " << example.second);
    const Converted there = converted(example.first, example.bytes, example.second);
    CHECK(there.problems == "");
    CHECK(there.losses == "");
    const Converted back = converted(example.second, there.bytes, example.first);
    CHECK(back.problems == "");
    CHECK(back.losses == "");
    // Once more: the same meaning gives the same bytes.
    const Converted again = converted(example.first, back.bytes, example.second);
    CHECK(again.bytes == there.bytes);
  }
}

TEST_CASE("tidy files come back byte by byte") {
  struct Example {
    const char* first;
    const char* second;
    std::string bytes;
  };
  const Example examples[] = {
      {"a.stm", "b.seglst.json", "v A s 0 1.25 <o,f0> no fever\nv A s 1.25 2 yes\n"},
      {"a.ctm", "b.seglst.json", "v A 0 0.25 no 0.990\nv A 1 0.5 fever\n"},
      {"a.srt", "a.vtt",
       "1\n00:00:01,000 --> 00:00:02,500\nno\nfever\n\n2\n00:00:03,000 --> 00:00:04,000\nb\n"},
      {"a.csv", "b.jsonl", "id,text\n1,\"a,b\"\n2,\n"},
  };
  for (const Example& example : examples) {
    INFO(example.first);
    const Converted there = converted(example.first, example.bytes, example.second);
    CHECK(converted(example.second, there.bytes, example.first).bytes == example.bytes);
  }
}

TEST_CASE("all that would be lost is named") {
  struct Example {
    const char* what;
    const char* from;
    std::string bytes;
    const char* to;
    std::string losses;
  };
  const Example examples[] = {
      {"what subtitles have no place for", "a.stm",
       ";; c\na A s 0 1 <o> x\na A s 1 2 IGNORE_TIME_SEGMENT_IN_SCORING\n", "a.srt",
       "channel 2@2, comments, ignore 1@3, labels 1@2, speaker 2@2"},
      {"the name of the recording", "x.stm", "v A s 0 1 x\n", "w.vtt",
       "channel 1@1, recording 1@1"},
      {"is the name of the file", "x.stm", "v A s 0 1 x\n", "v.vtt", "channel 1@1"},
      {"times finer than milliseconds", "a.stm", "a A s 0 1.0001 x\n", "a.vtt",
       "channel 1@1, precision 1@1"},
      {"line breaks", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\na\nb\n", "b.stm",
       "white-space 1@2"},
      {"blanks within a word", "a.stm", "a A s 0 1 two words\n", "b.ctm", "speaker 1@1, text 1@1"},
      {"words", "a.stm", "a A s 0 1 two words\n", "b.rttm", "text 1@1"},
      {"words that would be a tag", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;i&gt;a\n",
       "a.srt", "text 1@3"},
      {"alternatives", "a.ctm", "v A * * <ALT_BEGIN>\nv A 0 1 a\nv A * * <ALT_END>\n", "b.stm",
       "alternatives 1@2"},
      {"confidence", "a.ctm", "v A 0 1 a 0.5\n", "b.stm", "confidence 1@1"},
      {"a bar", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\na|b\n", "a.nlp", "text 1@2"},
      {"silence", "a.stm", "a A s 0 1\na A s 1 2 b\n", "a.TextGrid", "segments"},
      {"the order", "a.stm", "a A s 1 2 b\na A s 0 1 a\n", "a.TextGrid", "channel 2@2, order"},
      {"what a reader left out", "a.nlp", "token|case|ts|endTs\na|UC|0|1\n", "a.srt", "case"},
      {"binary noise", "a.seglst.json",
       "[{\"session_id\": \"v\", \"start_time\": 0, \"end_time\": 0.30000000000000004}]", "b.rttm",
       "precision"},
      {"everything but the id and the text", "a.stm", "a A s 0 1 x\n", "b.trn",
       "channel 1@1, recording 1@1, speaker 1@1, times 2@1"},
      {"parentheses and line breaks", "a.csv", "id,text\na(1),x\nb,\"x\ny\"\n", "b.trn",
       "id 1@2, white-space 1@3"},
      {"a comment", "a.csv", "id,text\na,;; x\n", "b.trn", "text 1@2"},
      {"semicolons are no comment", "a.csv", "id,text\na,x ;; y;z\n", "b.trn", ""},
      {"further columns", "a.csv", "id,text,age\na,x,7\nb,y,\n", "b.trn", "age 1@2"},
      {"a speaker the id does not tell", "a.csv", "id,text,speaker\na-1,x,a\nb-1,y,c\n", "b.trn",
       "speaker 1@3"},
      {"numbers and null", "a.jsonl", "{\"id\": 1, \"x\": null}\n{\"id\": 2}\n", "b.csv",
       "null 2@1, types"},
      {"null is kept", "a.jsonl", "{\"id\": \"1\", \"x\": null}\n{\"id\": \"2\"}\n", "b.json", ""},
      {"a NUL", "a.jsonl", "{\"id\": \"1\", \"x\": \"a\\u0000b\"}\n", "b.csv", "x 1@1"},
      {"columns that are no segment", "a.csv", "recording,start,end,text,age\nv,0,1,x,7\n", "b.stm",
       "age"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Converted result = converted(example.from, example.bytes, example.to);
    CHECK(result.problems == "");
    CHECK(result.losses == example.losses);
  }
}

TEST_CASE("what cannot be converted at all is refused") {
  struct Example {
    const char* what;
    const char* from;
    std::string bytes;
    const char* to;
    const char* problems;
  };
  const Example examples[] = {
      {"nothing", "a.stm", "", "b.seglst.json", "data-empty 0:0+0"},
      {"a broken source", "a.stm", "v\nw\n", "b.seglst.json",
       "data-columns 1:0+0, data-columns 2:0+0"},
      {"two recordings in one file of subtitles", "a.stm", "v A s 0 1 x\nw A s 0 1 x\n", "v.srt",
       "data-several-recordings 2:0+0"},
      {"no times", "a.nlp", "token\na\n", "b.stm", "data-no-times 2:0+0"},
      {"no id", "a.csv", "name,text\na,b\n", "b.trn", "data-missing-field 0:0+0"},
      {"times that are none", "a.csv", "id,start,end,text\na,x,1,t\nb,2,1,t\nc,,1,t\n", "b.stm",
       "data-time 2:0+0, data-time-order 3:0+0, data-missing-field 4:0+0"},
      {"a column twice", "a.csv", "id,id\na,b\n", "b.jsonl", "data-duplicate-field 1:0+0"},
      {"a name with a NUL", "a.jsonl", "{\"a\\u0000\": \"x\"}\n", "b.csv", "data-nul 0:0+0"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Converted result = converted(example.from, example.bytes, example.to);
    CHECK(result.problems == example.problems);
    CHECK(result.bytes == "");
  }
}

// Small valid files with a few bytes changed, removed, doubled or moved: they parse or are refused
// with a diagnostic, and what parses can be written in every other format and read again. The seed
// is fixed, so that a failure can be repeated.
TEST_CASE("no bytes make a reader or a conversion fail") {
  const std::pair<const char*, std::string> seeds[] = {
      {"a.stm",
       ";; c\nv A s 0 1.25 <o,f0> no fever\nv A s 1.25 2 IGNORE_TIME_SEGMENT_IN_SCORING\n"},
      {"a.ctm",
       "v A 0 0.25 no 0.990\nv A * * <ALT_BEGIN>\nv A 0.25 1 a\nv A * * <ALT>\nv A 1 1 @\n"
       "v A * * <ALT_END>\nv B 0.1 0.2 yes\n"},
      {"a.rttm", "SPEAKER v 1 0.5 1.25 <NA> <NA> nurse 0.9 <NA>\nSPKR-INFO v 1 <NA>\n"},
      {"a.srt",
       "1\n00:00:01,000 --> 00:00:02,500\n<i>no</i>\nfever\n\n2\n01:00:03,001 --> "
       "01:00:04,000\nb\n"},
      {"a.vtt",
       "WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 align:start\n<v A>no &amp; "
       "<c>x</c>\n<v B>yes\n"},
      {"a.TextGrid", grid},
      {"a.seglst.json",
       "[{\"session_id\": \"v\", \"speaker\": \"s\", \"start_time\": 1.50, "
       "\"end_time\": 2, \"words\": \"no\", \"branch\": 1, \"alternation\": 1},\n"
       "{\"session_id\": \"w\", \"words\": \"\\u0000\\n\"}]"},
      {"a.verbose.json",
       "{\"text\": \" No.\", \"language\": \"en\", \"segments\": [{\"id\": 0, "
       "\"start\": 0.0, \"end\": 3.31999, \"text\": \" No.\\ud83d\\ude00\"}]}"},
      {"a.nlp",
       "token|speaker|ts|endTs|punctuation|case|tags\nno|1|0|0.5|,|LC|['a']\nx|2||||UC|[]\n"},
      {"a.trn", "no fever (s-1)\n;; c\n(s-2)\n"},
      {"a.csv", "id,text,start,end\n1,\"a,\nb\",0,1\n2,c,1,2.5\n"},
      {"a.tsv", "id\ttext\n1\t\"a\"\n2\tb\n"},
      {"a.jsonl", "{\"id\": \"1\", \"text\": \"a\"}\n{\"id\": 2, \"text\": null}\n"},
      {"a.json", "[{\"id\": \"1\", \"text\": \"a\"},\n {\"id\": 2, \"text\": null}]\n"},
  };
  constexpr int mutations = 2'000;
  std::mt19937_64 random(20'240'611);
  const auto below = [&](std::size_t n) {
    return n == 0 ? 0 : static_cast<std::size_t>(random() % n);
  };
  const std::string likely = "\0\n\r\t \"'<>()[]{}|,;:.-0e9\\\xFF\xC3\xEF"s;
  std::vector<std::string> formats = conversion_formats();
  formats.erase(std::find(formats.begin(), formats.end(), "folder"));
  for (const auto& [path, seed] : seeds) {
    const std::string format = conversion_format("", path);
    long parsed = 0, unreadable = 0;
    for (int i = 0; i < mutations; ++i) {
      std::string bytes = seed;
      for (std::size_t n = 1 + below(4); n > 0; --n) {
        const std::size_t at = below(bytes.size()), length = 1 + below(8);
        switch (below(5)) {
          case 0:
            bytes.insert(at, 1, likely[below(likely.size())]);
            break;
          case 1:
            bytes.erase(at, length);
            break;
          case 2:
            bytes.insert(at, bytes.substr(below(bytes.size()), length));
            break;
          case 3:
            bytes[at] = static_cast<char>(below(256));
            break;
          default:
            bytes[at] = likely[below(likely.size())];
        }
        if (bytes.empty()) bytes = "x";
      }
      // Each into one other format, all of them in turn.
      const std::string& to = formats[static_cast<std::size_t>(i) % formats.size()];
      Diagnostics problems;
      const InputFile file = InputFile::of_bytes(path, bytes);
      const auto result = convert(file, format, "result", to, problems);
      if (result) ++parsed;
      for (const Diagnostic& problem : problems) unreadable += problem.span.file == "result";
      if (result.has_value() == !problems.empty()) {
        INFO(path << " mutation " << i << " to " << to << "\n" << bytes);
        FAIL_CHECK("neither parsed nor refused");
      }
    }
    INFO(path);
    CHECK(parsed > 0);
    CHECK(parsed < mutations);
    CHECK(unreadable == 0);
  }
}
