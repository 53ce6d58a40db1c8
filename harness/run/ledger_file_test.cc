// SPDX-License-Identifier: Apache-2.0
#include "harness/run/ledger_file.h"

#include <nlohmann/json.hpp>

#include "harness/run/version.h"
#include "harness/seal/digest.h"
#include "tests/catch.h"

using namespace keur;
using namespace std::string_literals;

namespace {

const Family& family() {
  static const Family made{
      .kind = "made-up",
      .title = "made up",
      .case_fields = {},
      .output_fields = {},
      .choices = {},
      .columns = {{"errors", "errors"}, {"words", "words"}},
      .metrics = {},
      .counter = nullptr,
      .warnings = nullptr,
  };
  return made;
}

Suite two_tasks() {
  Suite suite;
  suite.id = "example";
  suite.version = "1.0.0";
  for (const char* id : {"first", "second"}) {
    Task task;
    task.id = id;
    task.family = &family();
    task.groups = {{"sex", {}}};
    task.settings.choices = {{"normalise", "basic-1"}};
    suite.tasks.push_back(task);
  }
  return suite;
}

const std::string header = "{\"keur_ledger\":1}\n";

Entry entry(const std::string& id, double errors = 1, double words = 10) {
  Row counts(2);
  counts << errors, words;
  return {id, "anna", "quiet", "s1", {"f"}, Status::matched, counts};
}

std::string line(const Entry& written, const char* task = "first") {
  std::string out;
  append_line(out, task, written);
  return out;
}

std::optional<Resumed> resumed(const std::string& lines) {
  return read_unfinished_ledger(header + lines, header, two_tasks());
}

// What is read back from a line, as the line it would be written as.
std::string again(const Entry& written) {
  const auto read = resumed(line(written));
  REQUIRE(read);
  REQUIRE(read->entries[0].size() == 1);
  return line(read->entries[0][0]);
}

}  // namespace

TEST_CASE("an entry is read back as it was written, whatever its names") {
  for (const std::string& name :
       {"plain"s, ""s, "a\"b"s, "a\\"s, "a\nb\r\n"s, "a\0b"s, "\x1B[2J"s, "\x7F"s, "{}],\""s,
        "\xC3\xA9"s, "\xE2\x80\xA8"s, "\xF0\x9F\x98\x80"s, "\\u0041"s, std::string(10'000, '"')}) {
    Entry hostile = entry(name);
    CHECK(again(hostile) == line(hostile));
    hostile = {"id", name, name, name, {name}, Status::errored, hostile.counts};
    const auto read = resumed(line(hostile));
    REQUIRE(read);
    const Entry& back = read->entries[0][0];
    CHECK(back.cluster == name);
    CHECK(back.condition == name);
    CHECK(back.pair == name);
    CHECK(back.groups == std::vector<std::string>{name});
    CHECK(back.status == Status::errored);
  }
}

TEST_CASE("counts are read back to the last bit") {
  for (const double count :
       {0.0, 1.0, 0.5, 0.1, 1.0 / 3, 1e15, 9007199254740992.0, 1e300, 5e-324, 7.0 / 1024}) {
    const auto read = resumed(line(entry("c", count, 1)));
    REQUIRE(read);
    CHECK(read->entries[0][0].counts[0] == count);
  }
}

TEST_CASE("entries go to their tasks in the order of the file") {
  const std::string lines = line(entry("a")) + line(entry("b"), "second") + line(entry("c"));
  const auto read = resumed(lines);
  REQUIRE(read);
  REQUIRE(read->entries.size() == 2);
  REQUIRE(read->entries[0].size() == 2);
  CHECK(read->entries[0][1].case_id == "c");
  CHECK(read->entries[1][0].case_id == "b");
  CHECK(read->bytes == header.size() + lines.size());
}

TEST_CASE("a line that was cut short is left out, wherever it was cut") {
  const std::string first = line(entry("a")), second = line(entry("b\"\n"));
  for (std::size_t cut = 0; cut < second.size(); ++cut) {
    const auto read = resumed(first + second.substr(0, cut));
    REQUIRE(read);
    REQUIRE(read->entries[0].size() == 1);
    REQUIRE(read->bytes == header.size() + first.size());
  }
  CHECK(resumed("")->bytes == header.size());
}

TEST_CASE("a ledger of another run is not resumed") {
  const Suite suite = two_tasks();
  CHECK_FALSE(read_unfinished_ledger("", header, suite));
  CHECK_FALSE(read_unfinished_ledger(header.substr(0, header.size() - 1), header, suite));
  CHECK_FALSE(read_unfinished_ledger("{\"keur_ledger\":2}\n" + line(entry("a")), header, suite));
  CHECK_FALSE(read_unfinished_ledger(line(entry("a")), header, suite));
  CHECK_FALSE(read_unfinished_ledger("\n" + header, header, suite));
}

TEST_CASE("a ledger with a line that is not ours is not resumed") {
  Entry more_columns = entry("a");
  more_columns.counts = Row::Ones(3);
  Entry more_groups = entry("a");
  more_groups.groups.push_back("x");
  std::string other_status = line(entry("a"));
  other_status.replace(other_status.find("matched"), 7, "unknown");
  std::string no_cluster = line(entry("a"));
  no_cluster.replace(no_cluster.find("cluster"), 7, "clusters");
  std::string a_word = line(entry("a"));
  a_word.replace(a_word.find("[1,10]"), 6, "[1,\"\"]");
  for (const std::string& bad :
       {line(entry("a"), "third"), line(more_columns), line(more_groups), other_status, no_cluster,
        a_word, "\n"s, "{}\n"s, "[]\n"s, "null\n"s, "12\n"s, "not JSON\n"s, "\xFF\n"s,
        line(entry("a")).substr(1), header}) {
    INFO(bad);
    CHECK_FALSE(resumed(line(entry("a")) + bad + line(entry("b"))));
  }
}

TEST_CASE("the protocol is what decides whether two runs may be compared") {
  const Suite suite = two_tasks();
  const std::string digest(64, 'a');
  const std::string protocol = protocol_digest(suite, digest);
  // The definition, written out once.
  const std::string task =
      R"(,"kind":"made-up","columns":["errors","words"],"groups":["sex"],"settings":{"normalise":"basic-1"}})";
  CHECK(protocol ==
        sha256_hex(R"({"keur":")"s + program_version() + R"(","suite":")" + digest +
                   R"(","tasks":[{"id":"first")" + task + R"(,{"id":"second")" + task + "]}"));
  CHECK(protocol == protocol_digest(two_tasks(), digest));
  CHECK(protocol != protocol_digest(suite, std::string(64, 'b')));
  Suite other = suite;
  other.tasks[1].settings.choices["normalise"] = "verbatim-1";
  CHECK(protocol != protocol_digest(other, digest));
}

TEST_CASE("the header says what was counted, on which files, under which names") {
  Prepared prepared;
  prepared.protocol = "p";
  prepared.suite_input.sha256 = "s";
  const std::string text = ledger_header(two_tasks(), prepared, false);
  CHECK(text.ends_with("}\n"));
  CHECK(text.find('\n') == text.size() - 1);
  const auto json = nlohmann::json::parse(text);
  CHECK(json.at("keur_ledger") == 1);
  CHECK(json.at("protocol") == "p");
  CHECK(json.at("suite").at("sha256") == "s");
  CHECK(json.at("names") == "as given");
  CHECK(json.at("tasks").size() == 2);
  CHECK(text != ledger_header(two_tasks(), prepared, true));
}
