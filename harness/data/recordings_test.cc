// SPDX-License-Identifier: Apache-2.0
// Whole recordings as cases: who said what from when to when.
#include "harness/data/recordings.h"

#include <filesystem>

#include "harness/data/read_table_test.h"
#include "metrics/core/turns.h"

using namespace keur;

namespace {

// "id: channel/speaker start-end text, ...; next id: ..." in tenths of seconds.
std::string told(const ReadTable& table) {
  std::string story;
  for (const auto& row : table.rows) {
    story += (story.empty() ? "" : "; ") + row[0] + ":";
    const auto turns = read_turns(row[1]);
    REQUIRE(turns);
    for (const Turn& turn : *turns) {
      story += " " + turn.channel + "/" + turn.speaker + " ";
      if (turn.start)
        story += std::to_string(*turn.start / 100'000) + "-" + std::to_string(*turn.end / 100'000);
      story += turn.ignore ? " (ignored)" : " " + turn.text + ",";
    }
  }
  return story;
}

ReadTable read(std::string_view bytes, std::string_view format,
               const std::vector<std::string>& wanted = {"id", "turns"}) {
  const TemporaryDirectory here;
  return read_table(here.open("visit", bytes), *find_recording_format(format, ""), wanted);
}

}  // namespace

TEST_CASE("every format that says who spoke gives recordings") {
  struct Example {
    const char *format, *bytes, *told;
  };
  const Example examples[] = {
      {"stm",
       ";; a comment\nv 1 arts 0 1 <o> goede morgen\nw 1 b 0 1 ja\n"
       "v 1 x 1 2 IGNORE_TIME_SEGMENT_IN_SCORING\nv 2 patient 2 3 dag\n",
       "v: 1/arts 0-10 goede morgen, 1/x 10-20 (ignored) 2/patient 20-30 dag,; w: 1/b 0-10 ja,"},
      {"ctm",
       "v A 0 1 ja\nv A * * <ALT_BEGIN>\nv A 1 0.4 um\nv A * * <ALT>\nv A 1 0.6 @\n"
       "v A * * <ALT_END>\nv B 2 1 dag\n",
       "v: A/ 0-10 ja, A/ 10-16 { um / @ }, B/ 20-30 dag,"},
      {"rttm",
       "SPEAKER v 1 0.5 1 <NA> <NA> arts <NA> <NA>\nSPEAKER w 1 0 1 <NA> <NA> b <NA> <NA>\n",
       "v: 1/arts 5-15 ,; w: 1/b 0-10 ,"},
      {"seglst",
       "[{\"session_id\": \"v\", \"speaker\": \"arts\", \"start_time\": 0, \"end_time\": 1.5, "
       "\"words\": \"goede morgen\"}, {\"session_id\": \"v\", \"words\": \"dag\"}]",
       "v: /arts 0-15 goede morgen, /  dag,"},
      {"vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Arts>goede morgen</v>\n",
       "visit: /Arts 10-20 goede morgen,"},
  };
  for (const Example& example : examples) {
    INFO(example.format);
    const ReadTable table = read(example.bytes, example.format);
    CHECK(table.faults == "");
    CHECK(told(table) == example.told);
  }
}

TEST_CASE("what all segments of a SegLST recording agree on is a field of it") {
  const std::string segment =
      "{\"session_id\": \"v\", \"words\": \"a\", \"clinician\": \"c1\", \"nurse\": \"n\", "
      "\"list\": [1]}";
  const std::string bytes = "[" + segment +
                            ", {\"session_id\": \"w\", \"words\": \"a\", \"clinician\": 7},\n" +
                            "{\"session_id\": \"v\", \"words\": \"b\", \"clinician\": \"c1\", "
                            "\"nurse\": \"m\"}]";
  const ReadTable table = read(bytes, "seglst", {"id", "clinician", "nurse", "list", "file"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == std::vector<std::string>{"v", "c1", "<absent>", "<absent>", "v"});
  CHECK(table.rows[1] == std::vector<std::string>{"w", "7", "<absent>", "<absent>", "w"});
}

TEST_CASE("a recording has the fields it has, and no file is read past its faults") {
  CHECK(read("v 1 a 0 1 ja\n", "stm", {"id", "text"}).faults == "data-missing-field 1:0");
  CHECK(read("v 1 a 0 1 ja\nv 1 a 0\n", "stm").faults == "data-columns 2:0+0");
  CHECK(find_recording_format("", "a/b.rttm")->id == "rttm");
  CHECK(find_recording_format("", "a/b.seglst.json")->id == "seglst");
  CHECK(find_recording_format("csv", "") == nullptr);
  CHECK(find_recording_format("", "a/b.txt") == nullptr);
}

TEST_CASE("in a folder every file is one recording, named after the file") {
  const auto folder = [](const std::vector<std::pair<std::string, std::string>>& files) {
    const TemporaryDirectory here;
    std::filesystem::create_directory(here.path("cases"));
    for (const auto& [name, bytes] : files) here.write("cases/" + name, bytes);
    Diagnostics problems;
    const auto opened = InputFile::open(here.path("cases/"), {}, problems);
    REQUIRE(opened);
    return read_table(*opened, *find_recording_format("folder", ""), {"id", "turns"});
  };
  const std::string seglst = "[{\"session_id\": \"x\", \"speaker\": \"b\", \"words\": \"dag\"}]";
  const ReadTable table = folder({{"v.stm", "x 1 a 0 1 ja\n"}, {"w.seglst.json", seglst}});
  CHECK(told(table) == "v: 1/a 0-10 ja,; w: /b  dag,");
  CHECK(folder({{"v.txt", "ja"}}).faults == "data-unknown-format 0:0+0");
  CHECK(folder({{"v.stm", "x 1 a 0 1 ja\ny 1 a 0 1 ja\n"}}).faults ==
        "data-several-recordings 2:0+0");
  CHECK(folder({{"v.stm", "x 1 a 0 1 ja\n"}, {"v.seglst.json", seglst}}).faults ==
        "data-duplicate-case 0:0+0");
}
