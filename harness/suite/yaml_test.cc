// SPDX-License-Identifier: Apache-2.0
// What is read, where it stood, and every refusal with its code and place.
#include "harness/suite/yaml.h"

#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

using namespace keur;
using namespace std::string_literals;

namespace {

std::string place(const Yaml& value) {
  return "@" + std::to_string(value.span.line) + ":" + std::to_string(value.span.column);
}

// {key@1:1: value@1:6, ...}, [..], 'quoted'
std::string shown(const Yaml& value) {
  std::string text;
  switch (value.kind) {
    case Yaml::Kind::scalar:
      return (value.quoted ? "'" + value.scalar + "'" : value.scalar) + place(value);
    case Yaml::Kind::list:
      for (const Yaml& item : value.items) text += (text.empty() ? "" : ", ") + shown(item);
      return "[" + text + "]" + place(value);
    case Yaml::Kind::map:
      for (const auto& [key, entry] : value.entries)
        text += (text.empty() ? "" : ", ") + shown(key) + ": " + shown(entry);
      return "{" + text + "}" + place(value);
  }
  return "";
}

std::string read(const std::string& text) {
  Diagnostics problems;
  const auto root = read_yaml(text, "suite.yaml", problems);
  CHECK(places(problems) == "");
  return root ? shown(*root) : "nothing";
}

std::string refused(const std::string& text) {
  Diagnostics problems;
  read_yaml(text, "suite.yaml", problems);
  for (const Diagnostic& problem : problems) {
    CHECK(problem.span.file == "suite.yaml");
    CHECK(problem.severity == Severity::error);
    CHECK_FALSE(problem.message.empty());
  }
  return places(problems);
}

std::string nested(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') +
         std::string(static_cast<std::size_t>(levels), ']');
}

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

}  // namespace

TEST_CASE("a document becomes a tree whose parts know their places") {
  struct Example {
    const char* what;
    std::string text, tree;
  };
  const Example examples[] = {
      {"block style", "a: 1\nb:\n  - x\n  - y\n", "{a@1:1: 1@1:4, b@2:1: [x@3:5, y@4:5]@3:3}@1:1"},
      {"flow style", "{a: 1, b: [x, y]}", "{a@1:2: 1@1:5, b@1:8: [x@1:12, y@1:15]@1:11}@1:1"},
      {"CRLF", "a: 1\r\nb: two\r\n", "{a@1:1: 1@1:4, b@2:1: two@2:4}@1:1"},
      {"a byte order mark takes no column",
       "\xEF\xBB\xBF"
       "a: 1\n",
       "{a@1:1: 1@1:4}@1:1"},
      {"columns count bytes", "{\xC3\xA9: x}", "{\xC3\xA9@1:2: x@1:6}@1:1"},
      {"plain scalars stay as written", "[010, yes, .nan, 1e3]",
       "[010@1:2, yes@1:7, .nan@1:12, 1e3@1:18]@1:1"},
      {"quotes of both kinds", "['it''s', \"a\\tb\"]", "['it's'@1:2, 'a\tb'@1:11]@1:1"},
      {"a block of text counts as quoted", "a: >-\n  one\n  two\n", "{a@1:1: 'one two'@1:4}@1:1"},
      {"a comment is nothing", "# c\na: 1 # c\n", "{a@2:1: 1@2:4}@2:1"},
      {"what is missing stands at its key", "a:\nb: ~\nc: null\n",
       "{a@1:1: @1:1, b@2:1: @2:1, c@3:1: @3:1}@1:1"},
      {"a beginning and an end may be marked", "---\na: 1\n...\n", "{a@2:1: 1@2:4}@2:1"},
      {"text alone", "just text", "just text@1:1"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(read(example.text) == example.tree);
  }
}

TEST_CASE("a value is found by its key") {
  Diagnostics problems;
  const auto root = read_yaml("a: 1\nb: 2\n", "suite.yaml", problems);
  REQUIRE(root);
  REQUIRE(root->find("b"));
  CHECK(root->find("b")->scalar == "2");
  CHECK(root->find("c") == nullptr);
  CHECK(root->find("b")->find("a") == nullptr);  // a scalar has no keys
}

TEST_CASE("every refusal has a code and a place") {
  struct Example {
    const char* what;
    std::string text, problems;
  };
  const Example examples[] = {
      {"nothing", "", "suite-empty 0:0+0"},
      {"only comments", "# later\n", "suite-empty 0:0+0"},
      {"an anchor", "a: 1\nb: &x 2\n", "suite-yaml-anchor 2:4+1"},
      {"an anchor on a list", "a: &x [1]\n", "suite-yaml-anchor 1:4+1"},
      {"an anchor on nothing", "a: &x\n", "suite-yaml-anchor 1:4+1"},
      {"an alias", "a: &x 1\nb: *x\n", "suite-yaml-anchor 1:4+1, suite-yaml-alias 2:4+1"},
      {"an alias of nothing", "a: *x\n", "suite-yaml-syntax 1:4+1"},
      {"a standard tag", "a: !!str 1\n", "suite-yaml-tag 1:4+1"},
      {"a tag of one's own", "a: !mine {b: 1}\n", "suite-yaml-tag 1:4+1"},
      {"a tag on nothing", "a: !mine\n", "suite-yaml-tag 1:4+1"},
      {"a bare tag, which yaml-cpp also gives to quoted text", "a: ! 1\nb: ! [1]\n",
       "suite-yaml-tag 1:4+1, suite-yaml-tag 2:4+1"},
      {"a merge key", "<<: {b: 1}\n", "suite-yaml-merge 1:1+2"},
      {"a key given twice", "a: 1\nb: 2\na: 3\n", "suite-duplicate-key 3:1+1"},
      {"a key given three times", "a: 1\na: 2\n'a': 3\n",
       "suite-duplicate-key 2:1+1, suite-duplicate-key 3:1+3"},
      {"a list as a key", "? [a]\n: 1\n", "suite-key-not-text 1:3+1"},
      {"a second document", "a: 1\n---\nb: 2\n", "suite-several-documents 3:1+1"},
      {"a second document without a mark", "[1]\n[2]\n", "suite-several-documents 2:1+1"},
      {"a second document that holds nothing", "a: 1\n---\n", "suite-several-documents 3:1+1"},
      {"a second document that is too deep", "a: 1\n---\n" + nested(33),
       "suite-several-documents 3:1+1"},
      {"a second document after a fault is not mentioned", "a: &x 1\n---\nb: 2\n",
       "suite-yaml-anchor 1:4+1"},
      {"a map inside a value", "a: x: y\n", "suite-yaml-syntax 1:5+1"},
      {"a bracket left open", "a: [1, 2\n", "suite-yaml-syntax 2:1+1"},
      {"a double quote left open", "a: 1\nb: \"x", "suite-yaml-syntax 2:6+1"},
      {"NUL", "a: x\0y\n"s, "suite-control-character 1:5+1"},
      {"NUL, as in UTF-16", "a\0:\0"s, "suite-control-character 1:2+1"},
      {"EOT, at which yaml-cpp would stop reading", "a: 1\nb: x\x04\nc: 3\n",
       "suite-control-character 2:5+1"},
      {"behind a byte order mark", "\xEF\xBB\xBF\x01", "suite-control-character 1:1+1"},
      {"escape, which a terminal obeys", "\xC3\xA9: \x1B[2J\n", "suite-control-character 1:5+1"},
      {"delete", "a: \x7F\n", "suite-control-character 1:4+1"},
  };
  for (const Example& example : examples) {
    INFO(example.what);
    CHECK(refused(example.text) == example.problems);
  }
}

// yaml-cpp takes the end of the file for the closing quote: the second gate would vanish.
TEST_CASE("a quote that is never closed is refused where it opens") {
  struct Example {
    std::string text, problems;
  };
  const Example examples[] = {
      {"- id: a\n  why: 'open\n- id: b\n", "suite-yaml-syntax 2:8+1"},
      {"- id: a\r\n  why: 'open\r\n- id: b\r\n", "suite-yaml-syntax 2:8+1"},
      {"\xEF\xBB\xBF- \xC3\xA9: \"open\n", "suite-yaml-syntax 1:7+1"},
      {"a: 'it''s\n", "suite-yaml-syntax 1:4+1"},
      {"a: 'it'''\n", ""},
      {"a: \"an \\\" is no end\n", "suite-yaml-syntax 1:4+1"},
      {"a: \"backslash \\\\\"\n", ""},
      {"a: 'one\n  two'\n", ""},
      {"a: don't\n", ""},
      {"a: |\n  'tis\n", ""},
  };
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(refused(example.text) == example.problems);
  }
}

TEST_CASE("what is wrong in one document is found in one pass") {
  CHECK(refused("a: &x 1\nb: !t 2\na: 3\n<<: {}\n") ==
        "suite-yaml-anchor 1:4+1, suite-yaml-tag 2:4+1, suite-duplicate-key 3:1+1, "
        "suite-yaml-merge 4:1+2");
}

TEST_CASE("32 levels are read and 33 are not") {
  CHECK(refused(nested(32)) == "");
  CHECK(refused(nested(33)) == "suite-too-deep 1:33+1");
  // The map is the first level, so 31 lists may follow.
  CHECK(refused("a: " + nested(31)) == "");
  CHECK(refused("a: " + nested(32)) == "suite-too-deep 1:35+1");
}

TEST_CASE("nesting without end neither crashes nor takes long") {
  for (const char* opening : {"[", "{", "- ", "? ", "[\n", "{a: "}) {
    INFO(opening);
    Diagnostics problems;
    CHECK_FALSE(read_yaml(repeated(opening, 200'000), "suite.yaml", problems));
    CHECK(codes(problems) == "suite-too-deep");
  }
}

TEST_CASE("aliases that would expand to a thousand million values are refused one by one") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
  for (char name = 'b'; name <= 'i'; ++name)
    bomb += std::string(1, name) + ": &" + name + " [" +
            repeated(std::string("*") + static_cast<char>(name - 1) + ",", 10) + "]\n";
  Diagnostics problems;
  read_yaml(bomb, "suite.yaml", problems);
  // Nine anchors and, on eight lines, ten aliases.
  CHECK(problems.size() == 9 + 8 * 10);
}

TEST_CASE("a file may hold 100,000 values and a mebibyte") {
  // The list itself is a value too.
  CHECK(refused("[" + repeated("1,", 99'999) + "]") == "");
  CHECK(codes([&] {
          Diagnostics problems;
          read_yaml("[" + repeated("1,", 100'000) + "]", "suite.yaml", problems);
          return problems;
        }()) == "suite-too-large");
  CHECK(refused(std::string((1 << 20) - 5, '#') + "\na: 1") == "");
  CHECK(refused(std::string((1 << 20) - 4, '#') + "\na: 1") == "suite-too-large 0:0+0");
}

TEST_CASE("a map of many keys is read in a moment") {
  std::string text;
  for (int i = 0; i < 49'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  CHECK(refused(text + "k0: 2\n") == "suite-duplicate-key 49001:1+2");
}
