// SPDX-License-Identifier: Apache-2.0
// CSV and TSV.
#include "harness/data/delimited.h"

#include "harness/data/read_table_test.h"

using namespace keur;
using namespace std::string_literals;

namespace {

// "a|b / c|d" of the columns id and text.
std::string rows(const ReadTable& table) {
  std::string text;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    text += r ? " / " : "";
    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
      text += (c ? "|" : "") + table.rows[r][c];
  }
  return text;
}

ReadTable read_csv(const std::string& records, bool quotes = true) {
  return read_bytes("id,text\n" + records, "csv", {"id", "text"}, quotes);
}

}  // namespace

TEST_CASE("fields are text, exactly as written") {
  struct Example {
    const char* what;
    std::string records, values;
  };
  const Example examples[] = {
      {"plain", "1,a\n2,b\n", "1|a / 2|b"},
      {"no line end at the end", "1,a\n2,b", "1|a / 2|b"},
      {"CRLF", "1,a\r\n2,b\r\n", "1|a / 2|b"},
      {"spaces belong to the field", " 1 , a b \n", " 1 | a b "},
      {"tabs too", "1,\ta\t\n", "1|\ta\t"},
      {"NA is a text", "NA,NA\nnull,NaN\n", "NA|NA / null|NaN"},
      {"digits are text", "007,1.50\n", "007|1.50"},
      {"an empty field is an empty text", "1,\n,2\n,\n", "1| / |2 / |"},
      {"empty at the end without a line end", "1,", "1|"},
      {"quoted", "\"1\",\"a\"\n", "1|a"},
      {"quoted and empty", "1,\"\"\n", "1|"},
      {"quoted without a line end", "1,\"a\"", "1|a"},
      {"a doubled quote", "1,\"say \"\"a\"\"\"\n", "1|say \"a\""},
      {"only quotes", "1,\"\"\"\"\n", "1|\""},
      {"a delimiter in quotes", "1,\"a,b\"\n", "1|a,b"},
      {"line breaks in quotes", "1,\"a\nb\r\nc\"\n2,d\n", "1|a\nb\r\nc / 2|d"},
      {"a carriage return in quotes", "1,\"a\rb\"\n", "1|a\rb"},
      {"spaces in quotes", "1,\" a \"\n", "1| a "},
      {"blank lines are no records", "\n1,a\n\r\n2,b\n\n", "1|a / 2|b"},
      {"letters beyond ASCII", "1,\xC3\xA9\xF0\x9F\x98\x80\n", "1|\xC3\xA9\xF0\x9F\x98\x80"},
      {"an apostrophe is a letter", "1,'a'\n", "1|'a'"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const ReadTable table = read_csv(example.records);
    CHECK(rows(table) == example.values);
    CHECK(table.faults == "");
  }
}

TEST_CASE("a quote is refused where it cannot be one") {
  struct Example {
    const char* what;
    std::string records, faults;
  };
  const Example examples[] = {
      {"in an unquoted field", "1,a\n2,5\" tall\n", "data-csv-quote 3:0"},
      {"after a space", "1, \"a\"\n", "data-csv-quote 2:0"},
      {"text behind a quoted field", "1,\"a\"b\n", "data-csv-quote 2:0"},
      {"a space behind a quoted field", "1,\"a\" \n", "data-csv-quote 2:0"},
      {"a single quote inside a quoted field", "1,\"a\"b\"\n", "data-csv-quote 2:0"},
      {"never closed", "1,a\n2,\"b\n3,c\n", "data-csv-quote 3:0"},
      {"never closed, at the end", "1,\"", "data-csv-quote 2:0"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(read_csv(example.records).faults == example.faults);
  }
}

TEST_CASE("reading goes on behind a fault") {
  const ReadTable table = read_csv("1,a\"b\"\n2,b\n3\n4,d\n5,\"e\"e\"\"\n6,f\n");
  CHECK(rows(table) == "2|b / 4|d / 6|f");
  CHECK(table.faults == "data-csv-quote 2:0, data-csv-width 4:0, data-csv-quote 6:0");
}

TEST_CASE("every record has as many fields as the header") {
  CHECK(read_csv("1,a\n2\n").faults == "data-csv-width 3:0");
  CHECK(read_csv("1,a,\n").faults == "data-csv-width 2:0");
  CHECK(read_csv("1,a,b\n").faults == "data-csv-width 2:0");
  CHECK(read_csv("1,\"a\n\",b\n2,c\n").faults == "data-csv-width 2:0");
  const ReadTable one = read_bytes("id\n1\n\"\"\n\n2\n", "csv", {"id"});
  CHECK(rows(one) == "1 /  / 2");  // a quoted nothing is a record, a blank line is none
}

// libcsv ends a row at a carriage return: "2" and "b" would pass for the two fields of one record.
TEST_CASE("a carriage return inside an unquoted field is refused") {
  CHECK(read_csv("1,a\n2\rb\n").faults == "data-csv-carriage-return 3:0");
  CHECK(read_csv("1,a\rb\n").faults == "data-csv-carriage-return 2:0");
  CHECK(read_csv("1,\"a\"\r2,b\n").faults == "data-csv-carriage-return 2:0");
  CHECK(read_bytes("id,text\r1,a\r2,b\r", "csv", {"id"}).faults ==
        "");  // no record: one line is a header
  CHECK(read_bytes("id,text\r1,a\r2,b\n3,c\n", "csv", {"id"}).faults ==
        "data-csv-carriage-return 1:0");
}

TEST_CASE("what is no text is refused at its line") {
  CHECK(read_csv("1,caf\xE9\n2,b\n").faults == "data-utf8 2:0");
  CHECK(read_csv("1,\"a\nb\n\xFF\"\n").faults == "data-utf8 4:0");
  CHECK(read_csv("1,a\0b\n"s).faults == "data-nul 2:0");
  CHECK(read_csv("1,\0a\0\n"s, false).faults == "data-nul 2:0");
  CHECK(read_bytes("id,\xFF\n1,a\n", "csv", {"id"}).faults == "data-utf8 1:0");
  CHECK(read_bytes("id,\0\n1,a\n"s, "csv", {"id"}).faults == "data-nul 1:0");
}

TEST_CASE("columns are found by the names of the header") {
  struct Example {
    const char *what, *header;
    std::vector<std::string> wanted;
    const char *rows, *faults;
  };
  const Example examples[] = {
      {"another order", "text,id", {"id", "text"}, "2|1", ""},
      {"more than wanted", "a,id", {"id"}, "2", ""},
      {"wanted twice", "id,text", {"id", "text", "id"}, "1|2|1", ""},
      {"a quoted name", "\"id\",\"a, b\"", {"a, b"}, "2", ""},
      {"a missing name", "id,text", {"id", "texts"}, "", "data-missing-field 1:0"},
      {"names are told apart by case", "ID,text", {"id"}, "", "data-missing-field 1:0"},
      {"spaces belong to names", "id, text", {"text"}, "", "data-missing-field 1:0"},
      {"a wanted name twice", "id,id", {"id"}, "", "data-duplicate-field 1:0"},
      {"a bad header", "id,a\"b\"", {"id"}, "", "data-csv-quote 1:0"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    const ReadTable table =
        read_bytes(std::string(example.header) + "\n1,2\n", "csv", example.wanted);
    CHECK(rows(table) == example.rows);
    CHECK(table.faults == example.faults);
  }
  CHECK(rows(read_bytes("a,a,id\n1,2,3\n", "csv", {"id"})) == "3");  // nobody wants `a`
}

TEST_CASE("a missing column is answered with those there are") {
  std::optional<Fault> fault;
  CHECK_FALSE(
      delimited_parser(std::vector<std::string>{"text"}, "id,\"a, b\",\n", ',', true, fault));
  REQUIRE(fault);
  CHECK(fault->message == "there is no column 'text'");
  CHECK(fault->hint == "columns here: id, a, b, ");
}

TEST_CASE("without quotes a double quote is a letter") {
  const ReadTable table = read_csv("1,5\" tall\n2,\"a\n3,\"\"\n", false);
  CHECK(rows(table) == "1|5\" tall / 2|\"a / 3|\"\"");
  CHECK(table.faults == "");
}

TEST_CASE("TSV differs from CSV in the delimiter alone") {
  const ReadTable table =
      read_bytes("id\ttext\n1\ta, \"\"b\n2\t\"c\td\ne\"\n", "tsv", {"id", "text"});
  CHECK(rows(table) == "2|c\td\ne");
  CHECK(table.faults == "data-csv-quote 2:0");
  CHECK(rows(read_bytes("id\ttext\n1\ta, \"b\"\n", "tsv", {"id", "text"}, false)) == "1|a, \"b\"");
  // A line of white space alone is blank, also where the white space is the delimiter.
  CHECK(rows(read_bytes("id\ttext\n\t\n1\ta\n", "tsv", {"id", "text"})) == "1|a");
}
