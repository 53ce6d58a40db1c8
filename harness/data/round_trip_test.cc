// SPDX-License-Identifier: Apache-2.0
// Random tables, written by obvious writers, read back to the same values.
#include <nlohmann/json.hpp>
#include <random>

#include "harness/data/read_table_test.h"

using namespace keur;

namespace {

using Table = std::vector<std::vector<std::string>>;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : generator_(seed) {}
  std::size_t roll(std::size_t below) { return static_cast<std::size_t>(generator_() % below); }
  bool one_in(std::size_t n) { return roll(n) == 0; }

  std::string text(std::span<const char* const> pieces) {
    std::string all;
    for (std::size_t i = roll(one_in(20) ? 200 : 8); i > 0; --i) all += pieces[roll(pieces.size())];
    return all;
  }

 private:
  std::mt19937_64 generator_;
};

// What readers of tables stumble over.
constexpr const char* pieces[] = {"a",
                                  "0",
                                  " ",
                                  ",",
                                  ";",
                                  "\t",
                                  "\"",
                                  "\"\"",
                                  "\n",
                                  "\r",
                                  "\\",
                                  "'",
                                  "NA",
                                  "null",
                                  "\xC3\xA9",
                                  "\xE2\x80\xA8",
                                  "{",
                                  "]",
                                  ":",
                                  "\x7F",
                                  "\\u0041",
                                  "\xEF\xBB\xBF",
                                  "\xF0\x9F\x98\x80",
                                  "-1.50"};
// Without quotes neither the delimiter nor a line end can be part of a field.
constexpr const char* one_line_pieces[] = {
    "a", "0", " ", ",", "\"", "\\", "'", "NA", "\xC3\xA9", "\xF0\x9F\x98\x80", "\"\""};

Table random_table(Dice& dice, std::span<const char* const> alphabet, std::size_t rows) {
  Table table(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    // An id in front: a record that is nothing but empty would be a blank line.
    table[r] = {"r" + std::to_string(r)};
    for (int c = 0; c < 3; ++c) table[r].push_back(dice.text(alphabet));
  }
  return table;
}

const std::vector<std::string> names = {"id", "one", "two", "three"};

std::string as_jsonl(Dice& dice, const Table& table) {
  std::string out;
  for (const auto& row : table) {
    nlohmann::ordered_json object;
    const std::size_t first = dice.roll(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t c = (first + i) % names.size();
      if (dice.one_in(4))
        object["extra " + std::to_string(i)] = {{"id", 1}, {"deep", {row[c], nullptr, 1.5}}};
      object[names[c]] = row[c];
    }
    out += object.dump(-1, ' ', dice.one_in(2)) + (dice.one_in(2) ? "\n" : "\r\n");
    if (dice.one_in(10)) out += "\n";
  }
  return out;
}

std::string as_delimited(Dice& dice, const Table& table, char delimiter, bool quotes) {
  const auto field = [&](const std::string& text) {
    const bool needed = text.find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
    if (!quotes || (!needed && !dice.one_in(3))) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
  };
  const std::string end = dice.one_in(2) ? "\n" : "\r\n";
  std::string out = dice.one_in(3) ? "\xEF\xBB\xBF" : "";
  const auto write = [&](const std::vector<std::string>& row) {
    for (std::size_t c = 0; c < row.size(); ++c)
      out += (c ? std::string(1, delimiter) : "") + field(row[c]);
    out += end;
  };
  write(names);
  for (const auto& row : table) {
    write(row);
    if (dice.one_in(10)) out += end;
  }
  if (dice.one_in(2))
    out.resize(out.find_last_not_of("\r\n") == std::string::npos ? 0 : out.size() - end.size());
  return out;
}

void same(const TemporaryDirectory& here, const std::string& bytes, const char* format,
          const Table& table, bool quotes = true) {
  const ReadTable read =
      read_table(here.open("table", bytes), *find_format(format, ""), names, quotes);
  CHECK(read.faults == "");
  // One check: a difference in a table of thousands of odd texts is found with the seed.
  CHECK((read.rows == table));
}

}  // namespace

TEST_CASE("a random table reads back the same from every format") {
  const TemporaryDirectory here;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    const Table table = random_table(dice, pieces, 1 + dice.roll(12));
    same(here, as_jsonl(dice, table), "jsonl", table);
    same(here, as_delimited(dice, table, ',', true), "csv", table);
    same(here, as_delimited(dice, table, '\t', true), "tsv", table);
    const Table lines = random_table(dice, one_line_pieces, 1 + dice.roll(12));
    same(here, as_delimited(dice, lines, '\t', false), "tsv", lines, false);
  }
}

TEST_CASE("so does one of several blocks") {
  const TemporaryDirectory here;
  Dice dice(2026);
  const Table table = random_table(dice, pieces, 40'000);
  const std::string bytes = as_delimited(dice, table, ',', true);
  CHECK(bytes.size() > (std::size_t{1} << 20));  // two blocks and more
  same(here, bytes, "csv", table);
  same(here, as_jsonl(dice, table), "jsonl", table);
}
