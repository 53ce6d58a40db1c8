// SPDX-License-Identifier: Apache-2.0
// Formats whose files are read whole: a recording is a case; and a folder of them.
#include "harness/data/read_table_test.h"
#include "harness/data/text_file.h"

using namespace keur;

namespace {

std::string rows(const ReadTable& table) {
  std::string text;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    text += (r ? " / " : "") + std::to_string(table.lines[r]) + ":";
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      text += (c ? "|" : "") + table.rows[r][c];
  }
  return text;
}

// A folder with these files, opened as a suite would name it.
std::optional<InputFile> folder(const TemporaryDirectory& here,
                                const std::vector<std::pair<std::string, std::string>>& files,
                                Diagnostics& problems) {
  std::filesystem::create_directory(here.path("cases"));
  for (const auto& [name, bytes] : files) here.write("cases/" + name, bytes);
  return InputFile::open(here.path("cases/"), {}, problems);
}

}  // namespace

TEST_CASE("a recording of a CTM file is a case") {
  const std::string bytes = "v A 0 1 no\nw A 0 1 yes\nv A 1 1 fever\nv B 0 1 hm\n";
  const ReadTable table = read_bytes(bytes, "ctm", {"id", "file", "channel", "text"});
  CHECK(rows(table) == "1:v-A|v|A|no fever / 2:w-A|w|A|yes / 4:v-B|v|B|hm");
  CHECK(table.faults == "");
  CHECK(read_bytes("v A 0 1\n", "ctm", {"id"}).faults == "data-columns 1:0+0");
  CHECK(read_bytes(bytes, "ctm", {"word"}).faults == "data-missing-field 1:0");
}

TEST_CASE("a file of one recording is one case, named after the file") {
  const TemporaryDirectory here;
  const std::string srt = "1\n00:00:01,000 --> 00:00:02,000\nno\nfever\n\n";
  const InputFile file = here.open("visit-1.srt", srt + srt);
  const ReadTable table = read_table(file, *find_format("", file.path()), {"id", "text"});
  CHECK(rows(table) == "1:visit-1|no\nfever no\nfever");
}

TEST_CASE("the bytes seen are those of the file, and its cases can be fetched by place") {
  const TemporaryDirectory here;
  std::string bytes;
  for (int i = 0; i < 70'000; ++i) bytes += "v" + std::to_string(i % 5'000) + " A 0 1 word\n";
  REQUIRE(bytes.size() > (std::size_t{1} << 20));
  const InputFile file = here.open("words.ctm", bytes);
  const Format& format = *find_format("ctm", "");
  std::string seen;
  RecordStream stream(file, format, true);
  stream.seen = [&](std::string_view piece) { seen += piece; };
  Diagnostics problems;
  std::vector<RecordPlace> places;
  while (auto block = stream.next(problems))
    places.insert(places.end(), block->records.begin(), block->records.end());
  CHECK((seen == bytes));
  CHECK(places.size() == 5'000);
  std::optional<Fault> fault;
  const std::vector<std::string> wanted = {"id"};
  const auto parser = format.parser(wanted, "", true, fault);
  RecordFetcher fetcher(file);
  FieldValue id;
  long different = 0;
  for (const std::size_t i : {std::size_t{4'999}, std::size_t{0}, std::size_t{1}}) {
    REQUIRE_FALSE(parser->parse(fetcher.fetch(places[i]), places[i].length, {&id, 1}));
    if (id.text != "v" + std::to_string(i) + "-A") ++different;
  }
  CHECK(different == 0);
}

TEST_CASE("a file of a folder is a case") {
  const TemporaryDirectory here;
  Diagnostics problems;
  const auto file = folder(here,
                           {{"b.txt", "\xEF\xBB\xBFno \"fever\"\nno cough\n"},
                            {"a.json", R"({"text": " yes "})"},
                            {"c.vtt",
                             "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>one\n\n00:02.000 --> "
                             "00:03.000\n<v B>two\n"},
                            {"d.nlp", "token|punctuation\nno|,\nfever|.\n"},
                            {"e.verbose.json", R"({"segments": []})"},
                            {".hidden", "\xFF"}},
                           problems);
  REQUIRE(file);
  const ReadTable table = read_table(*file, *find_format("", file->path()), {"id", "file", "text"});
  CHECK(rows(table) ==
        "0:a|a.json|yes / 0:b|b.txt|no \"fever\"\nno cough / 0:c|c.vtt|one two / "
        "0:d|d.nlp|no, fever. / 0:e|e.verbose.json|");
  CHECK(table.faults == "");
  CHECK(file->unchanged());
  here.write("cases/b.txt", "something else");
  CHECK_FALSE(file->unchanged());
}

TEST_CASE("all that is wrong in a folder is said at once, file by file") {
  const TemporaryDirectory here;
  Diagnostics problems;
  const auto file = folder(here,
                           {{"a.srt", "1\nno times\n"},
                            {"a.txt", "again"},
                            {"b.docx", "x"},
                            {"c.txt", "caf\xE9"},
                            {"d.ctm", "v A 0 1 a\n"}},
                           problems);
  REQUIRE(file);
  RecordStream stream(*file, *find_format("folder", ""), true);
  CHECK_FALSE(stream.next(problems));
  std::string said;
  for (const Diagnostic& problem : problems)
    said += problem.span.file.substr(file->path().size()) + ":" +
            std::to_string(problem.span.line) + " " + problem.code + "\n";
  CHECK(said ==
        "a.srt:2 data-cue\na.txt:0 data-duplicate-case\nb.docx:0 data-unknown-format\n"
        "c.txt:1 data-utf8\nd.ctm:0 data-unknown-format\n");
}

TEST_CASE("a folder within a folder is refused, an empty one has no bytes") {
  const TemporaryDirectory here;
  Diagnostics problems;
  const auto empty = folder(here, {}, problems);
  REQUIRE(empty);
  CHECK(empty->size() == 0);
  char byte;
  CHECK(empty->read_at(0, &byte, 1) == 0);
  std::filesystem::create_directory(here.path("cases/more"));
  CHECK_FALSE(InputFile::open(here.path("cases/"), {}, problems));
  CHECK(codes(problems) == "data-not-a-file");
  problems.clear();
  CHECK_FALSE(InputFile::open(here.path("cases"), {}, problems));
  CHECK_FALSE(InputFile::open(here.path("nothing/"), {}, problems));
  CHECK(codes(problems) == "data-not-a-file, data-cannot-open");
}

TEST_CASE("a file too large to be read whole is refused unread") {
  const TemporaryDirectory here;
  here.write("words.ctm", "");
  std::filesystem::resize_file(here.path("words.ctm"), largest_text + 1);
  Diagnostics problems;
  const auto file = InputFile::open(here.path("words.ctm"), {}, problems);
  REQUIRE(file);
  RecordStream stream(*file, *find_format("ctm", ""), true);
  CHECK_FALSE(stream.next(problems));
  CHECK(codes(problems) == "data-too-large");
}
