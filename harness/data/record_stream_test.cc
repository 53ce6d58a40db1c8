// SPDX-License-Identifier: Apache-2.0
#include "harness/data/record_stream.h"

#include <algorithm>
#include <random>

#include "harness/data/temporary_directory_test.h"

using namespace keur;

namespace {

// Read in blocks of this size; see record_stream.cc.
constexpr std::size_t block_bytes = std::size_t{1} << 17;

struct Streamed {
  std::vector<std::string> records;
  std::vector<RecordPlace> places;
  std::string header, seen, problems;
  std::size_t blocks = 0;
};

Streamed stream(const InputFile& file, const char* format, bool quotes = true) {
  Streamed result;
  Diagnostics problems;
  RecordStream records(file, *find_format(format, ""), quotes);
  records.seen = [&](std::string_view bytes) { result.seen += bytes; };
  while (auto block = records.next(problems)) {
    ++result.blocks;
    for (const RecordPlace& place : block->records) {
      result.records.emplace_back(block->data(place), place.length);
      result.places.push_back(place);
      // One byte behind every record belongs to the block.
      CHECK(place.offset - block->offset + place.length < block->bytes.size());
    }
  }
  CHECK_FALSE(records.next(problems));
  result.header = records.header();
  result.problems = places(problems);
  return result;
}

Streamed stream(const std::string& bytes, const char* format, bool quotes = true) {
  const TemporaryDirectory here;
  return stream(here.open("data", bytes), format, quotes);
}

// "line:record" of each record, line ends as \n.
std::string shown(const Streamed& streamed) {
  std::string text;
  for (std::size_t i = 0; i < streamed.records.size(); ++i) {
    text += (i ? " | " : "") + std::to_string(streamed.places[i].line) + ":";
    for (const char c : streamed.records[i])
      text += c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
  }
  return text;
}

}  // namespace

TEST_CASE("a file is cut into records that know their lines") {
  struct Example {
    const char *what, *format;
    std::string bytes, records, header;
  };
  const Example examples[] = {
      {"lines", "jsonl", "a\nb\n", "1:a\\n | 2:b\\n", ""},
      {"no line end at the end", "jsonl", "a\nb", "1:a\\n | 2:b", ""},
      {"CRLF", "jsonl", "a\r\nb\r\n", "1:a\\r\\n | 2:b\\r\\n", ""},
      {"blank lines count and are none", "jsonl", "\n \n\t\r\na\n\n\nb\n\n", "4:a\\n | 7:b\\n", ""},
      {"nothing", "jsonl", "", "", ""},
      {"only blank lines", "jsonl", "\n\n", "", ""},
      {"a byte order mark", "jsonl",
       "\xEF\xBB\xBF"
       "a\nb\n",
       "1:a\\n | 2:b\\n", ""},
      {"a byte order mark alone", "jsonl", "\xEF\xBB\xBF", "", ""},
      {"a byte order mark elsewhere is text", "jsonl",
       "a\n\xEF\xBB\xBF"
       "b\n",
       "1:a\\n | 2:\xEF\xBB\xBF"
       "b\\n",
       ""},
      {"a header is no record", "csv", "id,text\n1,a\n2,b\n", "2:1,a\\n | 3:2,b\\n", "id,text\n"},
      {"a header after blank lines", "csv", "\r\n\nid,text\r\n1,a\n", "4:1,a\\n", "id,text\r\n"},
      {"a header behind a byte order mark", "csv", "\xEF\xBB\xBFid\n1\n", "2:1\\n", "id\n"},
      {"only a header", "tsv", "id\ttext", "", "id\ttext"},
      {"a line break in quotes", "csv", "id,text\n1,\"a\nb\n\nc\"\n2,d\n",
       "2:1,\"a\\nb\\n\\nc\"\\n | 6:2,d\\n", "id,text\n"},
      {"a line break in a quoted header", "csv", "id,\"long\nname\"\n1,a\n", "3:1,a\\n",
       "id,\"long\nname\"\n"},
      {"doubled quotes", "csv", "id\n\"a\"\"\n\"\nb\n", "2:\"a\"\"\\n\"\\n | 4:b\\n", "id\n"},
      {"a quote left open takes the rest", "csv", "id\n\"a\nb\n", "2:\"a\\nb\\n", "id\n"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Streamed streamed = stream(example.bytes, example.format);
    CHECK(shown(streamed) == example.records);
    CHECK(streamed.header == example.header);
    CHECK(streamed.seen == example.bytes);
    CHECK(streamed.problems == "");
  }
}

TEST_CASE("where quotes mean nothing a line break always ends the record") {
  CHECK(shown(stream("id\n\"a\nb\"\n", "csv", false)) == "2:\"a\\n | 3:b\"\\n");
}

TEST_CASE("a record may end anywhere near the end of a block") {
  for (const std::string end : {"\n", "\r\n"})
    for (int shift = -4; shift <= 4; ++shift)
      for (const std::size_t blocks : {1, 2}) {
        INFO("line end of " << end.size() << ", " << shift << " bytes behind the end of block "
                            << blocks);
        const std::size_t length = blocks * block_bytes - 4 + static_cast<std::size_t>(shift + 4);
        const std::string first = std::string(length - end.size(), 'a') + end;
        const std::string bytes = first + "b" + end + "c";
        const Streamed streamed = stream(bytes, "jsonl");
        CHECK(streamed.records == std::vector<std::string>{first, "b" + end, "c"});
        CHECK(streamed.seen == bytes);
        CHECK(stream(first, "jsonl").records == std::vector<std::string>{first});
      }
}

TEST_CASE("records of all lengths come whole, in order, each byte seen once") {
  std::mt19937_64 random(7);
  const TemporaryDirectory here;
  for (const char* format : {"jsonl", "csv"}) {
    std::string bytes;
    std::vector<std::string> expected;
    std::vector<std::size_t> lines;
    std::size_t line = 1;
    const bool quoted = format == std::string("csv");
    if (quoted) {
      bytes = "header\n";
      ++line;
    }
    while (bytes.size() < 3 * block_bytes) {
      // Mostly short, some longer than a quarter of a block.
      const std::size_t length = random() % (random() % 50 == 0 ? 200'000 : 300);
      std::string record = quoted ? "\"" : "";
      for (std::size_t i = 0; i < length; ++i) record += quoted && random() % 40 == 0 ? '\n' : 'x';
      record += quoted ? "\"\n" : "\n";
      lines.push_back(line);
      line += static_cast<std::size_t>(std::count(record.begin(), record.end(), '\n'));
      bytes += record;
      if (record != "\n")
        expected.push_back(record);
      else
        lines.pop_back();
    }
    const Streamed streamed = stream(here.open("data", bytes), format);
    CHECK(streamed.records == expected);
    CHECK(streamed.seen == bytes);
    CHECK(streamed.blocks >= 3);
    bool same = streamed.places.size() == lines.size();
    for (std::size_t i = 0; same && i < lines.size(); ++i)
      same = streamed.places[i].line == lines[i] &&
             bytes.substr(streamed.places[i].offset, streamed.places[i].length) == expected[i];
    CHECK(same);
  }
}

TEST_CASE("a record of 8 MiB is read, one byte more is refused where it begins") {
  const TemporaryDirectory here;
  const std::string longest = std::string(max_record_bytes - 1, 'a') + "\n";
  struct Example {
    const char* what;
    std::string bytes, problems;
    std::size_t records;
  };
  const Example examples[] = {
      {"the longest", "first\n" + longest + "last\n", "", 3},
      {"the longest without a line end", "first\n" + std::string(max_record_bytes, 'a'), "", 2},
      {"one byte too long", "first\n\na" + longest, "data-line-too-long 3:0+0", 0},
      {"one byte too long without a line end", "first\n" + std::string(max_record_bytes + 1, 'a'),
       "data-line-too-long 2:0+0", 0},
      {"far too long", std::string(3 * max_record_bytes, 'a'), "data-line-too-long 1:0+0", 0},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const Streamed streamed = stream(here.open("data", example.bytes), "jsonl");
    CHECK(streamed.problems == example.problems);
    if (example.problems.empty()) CHECK(streamed.records.size() == example.records);
  }
}

TEST_CASE("fetching by place gives in any order what the stream gave") {
  const TemporaryDirectory here;
  std::mt19937_64 random(11);
  std::string bytes;
  while (bytes.size() < 3'000'000)
    bytes += std::string(1 + random() % (random() % 30 == 0 ? 400'000 : 200),
                         static_cast<char>('a' + random() % 26)) +
             "\n";
  bytes += "the last has no line end";
  const InputFile file = here.open("data", bytes);
  const Streamed streamed = stream(file, "jsonl");
  const std::size_t count = streamed.records.size();

  std::vector<std::size_t> forwards(count), backwards, any, twice;
  for (std::size_t i = 0; i < count; ++i) forwards[i] = i;
  backwards.assign(forwards.rbegin(), forwards.rend());
  for (std::size_t i = 0; i < 2 * count; ++i) any.push_back(random() % count);
  for (const std::size_t i : forwards) twice.insert(twice.end(), {i, i});
  for (const auto* order : {&forwards, &backwards, &any, &twice}) {
    RecordFetcher fetcher(file);
    long different = 0;
    for (const std::size_t i : *order) {
      const RecordPlace& place = streamed.places[i];
      char* record = fetcher.fetch(place);
      if (std::string_view(record, place.length) != streamed.records[i]) ++different;
      // A parser may write over all of it and one byte more.
      std::fill_n(record, place.length + 1, '?');
    }
    CHECK(different == 0);
  }
}

TEST_CASE("a file that shrank gives blanks where its records were") {
  const TemporaryDirectory here;
  const InputFile file = here.open("data", "first\nsecond\n");
  const Streamed streamed = stream(file, "jsonl");
  std::filesystem::resize_file(here.path("data"), 8);
  RecordFetcher fetcher(file);
  CHECK(std::string_view(fetcher.fetch(streamed.places[1]), 7) == "se     ");
  CHECK(std::string_view(fetcher.fetch({20, 3, 3}), 3) == "   ");
  CHECK_FALSE(file.unchanged());
}
