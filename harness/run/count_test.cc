// SPDX-License-Identifier: Apache-2.0
// From files to ledger: the same for any number of threads, and for a run that was cut short and
// resumed.
#include "harness/run/count.h"

#include <random>

#include "harness/run/ledger_file.h"
#include "harness/run/small_suite_test.h"

using namespace keur;

namespace {

const Family& transcripts() {
  for (const Family* family : all_families())
    if (family->kind == "transcript") return *family;
  throw std::logic_error("no family of transcripts");
}

struct Counted {
  std::optional<Ledger> ledger;
  std::string lines, problems;
};

Counted counted(const SmallSuite& small, CountOptions options = {},
                const std::vector<Entry>& resumed = {}) {
  const Suite suite = small.read();
  Prepared prepared = small.prepared(suite);
  Counted result;
  Diagnostics problems;
  options.write = [&](std::string_view lines) { result.lines += lines; };
  result.ledger = count(suite.tasks[0], prepared.tasks[0], resumed, options, problems);
  CHECK(result.ledger.has_value() == problems.empty());
  result.problems = places(problems);
  return result;
}

CountOptions with_threads(int threads) {
  CountOptions options;
  options.threads = threads;
  return options;
}

bool same(const Ledger& a, const Ledger& b) {
  const auto ids = [](const std::vector<NamedCase>& cases) {
    std::string all;
    for (const NamedCase& one : cases) all += one.id + name(one.status) + " ";
    return all;
  };
  bool equal = a.cases() == b.cases() && a.rows() == b.rows() &&
               ids(a.without_output()) == ids(b.without_output()) &&
               ids(a.weightiest()) == ids(b.weightiest()) && a.clusters.all() == b.clusters.all() &&
               a.conditions.all() == b.conditions.all() && a.pairs.all() == b.pairs.all() &&
               a.levels(0).all() == b.levels(0).all() && a.counts() == b.counts();
  for (std::size_t row = 0; equal && row < a.rows(); ++row)
    equal = a.group(row, 0) == b.group(row, 0) && a.cluster(row) == b.cluster(row) &&
            a.condition(row) == b.condition(row) && a.pair(row) == b.pair(row) &&
            a.cases_of(row) == b.cases_of(row);
  return equal;
}

// Cases with and without output, in several blocks when `padding` is large; outputs in an order of
// their own. Returns the ledger lines they must give, made by the obvious loop.
std::string write_files(const SmallSuite& small, int number, std::size_t padding) {
  std::mt19937_64 random(number);
  const auto counter = transcripts().counter({.choices = {{"normalise", "basic-1"}}});
  const char* words[] = {"pain", "no", "left", "leg", "wound", "dry"};
  std::string cases, lines;
  std::vector<std::string> outputs;
  for (int i = 0; i < number; ++i) {
    Entry entry;
    entry.case_id = "case " + std::to_string(i);
    entry.cluster = "speaker " + std::to_string(random() % 7);
    entry.groups = {random() % 2 ? "f" : "m"};
    std::string said, heard;
    for (std::size_t w = random() % 6; w > 0; --w) {
      const char* word = words[random() % 6];
      said += std::string(said.empty() ? "" : " ") + word;
      if (random() % 4)
        heard += std::string(heard.empty() ? "" : " ") + (random() % 3 ? word : "else");
    }
    cases += "{\"id\": \"" + entry.case_id + "\", \"said\": \"" + said + "\", \"who\": \"" +
             entry.cluster + "\", \"sex\": \"" + entry.groups[0] + "\", \"pad\": \"" +
             std::string(padding, 'x') + "\"}\n";
    const std::uint64_t fate = random() % 10;
    std::optional<std::string_view> output = heard;
    if (fate == 0) {
      entry.status = Status::missing;
      output.reset();
    } else if (fate == 1) {
      entry.status = Status::errored;
      output.reset();
      outputs.push_back("{\"id\": \"" + entry.case_id + "\", \"heard\": null}\n");
    } else {
      outputs.push_back("{\"id\": \"" + entry.case_id + "\", \"heard\": \"" + heard + "\"}\n");
    }
    const std::optional<std::string_view> reference = said;
    entry.counts = counter->count({&reference, 1}, {&output, 1});
    append_line(lines, "dictation", entry);
  }
  for (std::size_t i = outputs.size(); i > 1; --i) std::swap(outputs[i - 1], outputs[random() % i]);
  std::string all_outputs;
  for (const std::string& output : outputs) all_outputs += output;
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", all_outputs);
  return lines;
}

}  // namespace

TEST_CASE("the ledger is what an obvious loop gives, for any number of threads") {
  const SmallSuite small;
  const std::string expected = write_files(small, 2000, 1000);  // about four blocks
  const Counted one = counted(small);
  REQUIRE(one.ledger);
  CHECK(one.problems == "");
  CHECK((one.lines == expected));
  for (int threads = 2; threads <= 4; ++threads) {
    INFO(threads << " threads");
    const Counted several = counted(small, with_threads(threads));
    REQUIRE(several.ledger);
    CHECK((several.lines == expected));
    CHECK(same(*several.ledger, *one.ledger));
  }
}

TEST_CASE("a run that was cut anywhere goes on to the same ledger") {
  const SmallSuite small;
  write_files(small, 12, 0);
  const Suite suite = small.read();
  for (const bool anonymous : {false, true}) {
    CountOptions options;
    options.anonymous = anonymous;
    const std::string header = ledger_header(suite, small.prepared(suite), anonymous);
    const Counted whole = counted(small, options);
    REQUIRE(whole.ledger);
    const std::string text = header + whole.lines;
    long different = 0;
    std::size_t resumed_so_far = 0;
    for (std::size_t cut = header.size(); cut <= text.size(); ++cut) {
      const auto resumed =
          read_unfinished_ledger(std::string_view(text).substr(0, cut), header, suite);
      REQUIRE(resumed);
      // Between two line ends every cut resumes alike: once is enough.
      if (cut > header.size() && resumed->entries[0].size() == resumed_so_far) continue;
      resumed_so_far = resumed->entries[0].size();
      options.threads = 1 + static_cast<int>(cut % 3);
      const Counted rest = counted(small, options, resumed->entries[0]);
      REQUIRE(rest.ledger);
      if (text.substr(0, resumed->bytes) + rest.lines != text || !same(*rest.ledger, *whole.ledger))
        ++different;
    }
    CHECK(different == 0);
    CHECK(resumed_so_far == 12);
  }
}

TEST_CASE("so does one of many blocks") {
  const SmallSuite small;
  const std::string expected = write_files(small, 1500, 1000);
  const Suite suite = small.read();
  const std::string header = ledger_header(suite, small.prepared(suite), false);
  const Counted whole = counted(small);
  std::mt19937_64 random(5);
  for (int i = 0; i < 8; ++i) {
    const auto resumed = read_unfinished_ledger(
        header + expected.substr(0, random() % expected.size()), header, suite);
    REQUIRE(resumed);
    const Counted rest = counted(small, with_threads(1 + i % 4), resumed->entries[0]);
    REQUIRE(rest.ledger);
    CHECK((expected.substr(0, resumed->bytes - header.size()) + rest.lines == expected));
    CHECK(same(*rest.ledger, *whole.ledger));
  }
}

TEST_CASE("an unfinished run about other cases is not resumed") {
  const SmallSuite small;
  write_files(small, 3, 0);
  Entry other;
  other.case_id = "another";
  other.counts = Row::Zero(static_cast<Eigen::Index>(transcripts().counted({})));
  other.groups = {"f"};
  CHECK(counted(small, {}, {other}).problems == "run-not-the-same 1:0+0");
}

TEST_CASE("a tool that gave nothing is judged on an empty output") {
  const SmallSuite small;
  small.here.write("cases.jsonl",
                   "{\"id\": 1, \"said\": \"no pain\", \"who\": \"x\"}\n{\"id\": 2, \"said\": \"no "
                   "pain\", \"who\": \"x\"}\n"
                   "{\"id\": 3, \"said\": \"no pain\", \"who\": \"y\"}\n");
  small.here.write("outputs.jsonl",
                   "{\"id\": 3, \"heard\": \"no pain\"}\n{\"id\": 2, \"heard\": null}\n");
  const Counted result = counted(small);
  REQUIRE(result.ledger);
  const auto& without = result.ledger->without_output();
  REQUIRE(without.size() == 2);
  CHECK(without[0].id == "1");
  CHECK(without[0].status == Status::missing);
  CHECK(without[1].id == "2");
  CHECK(without[1].status == Status::errored);
  // Columns matched, substituted, removed: all four words of x are gone, those of y are there.
  REQUIRE(result.ledger->rows() == 2);
  CHECK(result.ledger->counts()(0, 2) == 4);
  CHECK(result.ledger->counts()(1, 0) == 2);
  CHECK(result.ledger->counts()(1, 2) == 0);
  CHECK(result.ledger->levels(0).all() == std::vector<std::string>{"(none)"});
}

TEST_CASE("without measuring everything is read and nothing is counted") {
  const SmallSuite small;
  write_files(small, 50, 0);
  const Counted measured = counted(small);
  CountOptions options;
  options.measure = false;
  for (const bool anonymous : {false, true}) {
    options.anonymous = anonymous;
    const Counted read = counted(small, options);
    REQUIRE(read.ledger);
    CHECK(read.lines == "");
    CHECK(read.ledger->cases() == measured.ledger->cases());
    CHECK(read.ledger->without_output().size() == measured.ledger->without_output().size());
    CHECK(read.ledger->counts().cols() == measured.ledger->counts().cols());
    CHECK(read.ledger->counts().isZero());
  }
}

TEST_CASE("numbers instead of names lead to nobody, and the ledger in memory keeps the names") {
  const SmallSuite small("cases.jsonl", "outputs.jsonl", true);
  small.here.write(
      "cases.jsonl",
      R"({"id": "rec-anna-1", "said": "a", "who": "anna", "sex": "f", "room": "quiet", "sentence": "s9"})"
      "\n"
      R"({"id": "rec-ben-1", "said": "a", "who": "ben", "sex": "m", "room": "quiet", "sentence": "s9"})"
      "\n"
      R"({"id": "rec-anna-2", "said": "a", "who": "anna", "sex": "f", "room": "loud", "sentence": "s3"})"
      "\n");
  small.here.write("outputs.jsonl", "{\"id\": \"rec-anna-1\", \"heard\": \"a\"}\n");
  CountOptions options;
  options.anonymous = true;
  const Counted result = counted(small, options);
  REQUIRE(result.ledger);
  CHECK(result.ledger->without_output()[1].id == "rec-anna-2");
  const std::string start = R"({"task":"dictation","case":")";
  CHECK(result.lines.find(
            start + R"(#1","cluster":"#1","groups":["f"],"condition":"quiet","pair":"#1",)") == 0);
  CHECK(result.lines.find(
            start + R"(#2","cluster":"#2","groups":["m"],"condition":"quiet","pair":"#1",)") !=
        std::string::npos);
  CHECK(result.lines.find(start +
                          R"(#3","cluster":"#1","groups":["f"],"condition":"loud","pair":"#2",)") !=
        std::string::npos);
  for (const char* name : {"anna", "ben", "rec", "s9"})
    CHECK(result.lines.find(name) == std::string::npos);
}

TEST_CASE("what cannot be judged is reported, the same for any number of threads") {
  const std::string good = R"({"id": 1, "said": "a", "who": "x"})"
                           "\n",
                    heard = R"({"id": 1, "heard": "a"})"
                            "\n";
  struct Example {
    const char* what;
    std::string cases, outputs, problems;
  };
  const Example examples[] = {
      {"a case twice", good + good, heard, "data-duplicate-case 2:0+0"},
      {"an output of no case", good,
       heard +
           R"({"id": 2, "heard": ""})"
           "\n" +
           R"({"id": 3, "heard": ""})"
           "\n",
       "data-unknown-output 2:0+0, data-unknown-output 3:0+0"},
      {"no case", "\n\n", heard, "data-no-cases 0:0+0, data-unknown-output 1:0+0"},
      {"a bad case", good + "{\n", heard, "data-json-syntax 2:2+1"},
      {"a bad case may be the owner of an output", "{\n" + good,
       heard + R"({"id": 2, "heard": ""})"
               "\n",
       "data-json-syntax 1:2+1"},
      {"an incomplete case owns its output",
       good + R"({"id": 2, "said": "a"})"
              "\n",
       heard + R"({"id": 2, "heard": ""})"
               "\n",
       "data-missing-field 2:0+0"},
      {"a bad output", good,
       R"({"id": 1, "heard": []})"
       "\n",
       "data-field-type 1:0+0"},
      {"problems come in the order of the cases", "{\n" + good + "[]\n" + good, heard,
       "data-json-syntax 1:2+1, data-not-an-object 3:0+0, data-duplicate-case 4:0+0"},
  };
  for (const Example& example : examples)
    for (int threads = 1; threads <= 4; ++threads) {
      INFO(example.what << ", " << threads << " threads");
      const SmallSuite small;
      small.here.write("cases.jsonl", example.cases);
      small.here.write("outputs.jsonl", example.outputs);
      CHECK(counted(small, with_threads(threads)).problems == example.problems);
    }
}

TEST_CASE("after a problem no further line is written") {
  const SmallSuite small;
  std::string cases;
  for (int i = 0; i < 2000; ++i)
    cases += "{\"id\": " + std::to_string(i == 1000 ? 999 : i) +
             ", \"said\": \"a\", \"who\": \"x\", \"pad\": \"" + std::string(1000, 'x') + "\"}\n";
  small.here.write("cases.jsonl", cases);
  small.here.write("outputs.jsonl", "{\"id\": 1, \"heard\": \"a\"}\n");
  const Counted result = counted(small);
  CHECK(result.problems == "data-duplicate-case 1001:0+0");
  CHECK(result.lines.find("\"case\":\"1001\"") == std::string::npos);
}

TEST_CASE("an interrupted run has written whole lines only") {
  const SmallSuite small;
  // Sixteen blocks: more than four threads can have in hand.
  const std::string expected = write_files(small, 2000, 4000);
  for (int threads = 1; threads <= 4; ++threads) {
    INFO(threads << " threads");
    const Suite suite = small.read();
    Prepared prepared = small.prepared(suite);
    std::atomic<bool> interrupted = false;
    std::string lines;
    CountOptions options = with_threads(threads);
    options.interrupted = &interrupted;
    options.write = [&](std::string_view more) {
      lines += more;
      interrupted = true;
    };
    Diagnostics problems;
    CHECK_THROWS_AS(count(suite.tasks[0], prepared.tasks[0], {}, options, problems), Interrupted);
    CHECK(lines.ends_with("]}\n"));
    CHECK(lines.size() < expected.size());
    CHECK((expected.substr(0, lines.size()) == lines));
  }
}

TEST_CASE("a file that changes while it is read is no evidence") {
  for (const char* name : {"cases.jsonl", "outputs.jsonl"}) {
    const SmallSuite small;
    write_files(small, 5, 0);
    const Suite suite = small.read();
    Prepared prepared = small.prepared(suite);
    CountOptions options;
    options.write = [&](std::string_view) {
      std::filesystem::last_write_time(small.here.path(name),
                                       std::filesystem::file_time_type::min());
    };
    Diagnostics problems;
    CHECK_FALSE(count(suite.tasks[0], prepared.tasks[0], {}, options, problems));
    CHECK(places(problems) == "data-changed 0:0+0");
    CHECK(problems[0].span.file == small.here.path(name));
  }
}

TEST_CASE("progress goes up to the size of the file") {
  const SmallSuite small;
  write_files(small, 2000, 1000);
  const Suite suite = small.read();
  Prepared prepared = small.prepared(suite);
  CountOptions options = with_threads(3);
  std::uint64_t reached = 0, size = 0;
  bool forwards = true;
  std::string last;
  options.progress = [&](std::uint64_t done, std::uint64_t of, const std::string& id) {
    forwards &= done > reached;
    reached = done;
    size = of;
    last = id;
  };
  Diagnostics problems;
  CHECK(count(suite.tasks[0], prepared.tasks[0], {}, options, problems));
  CHECK(forwards);
  CHECK(size == prepared.tasks[0].cases.file.size());
  CHECK(reached == size);
  CHECK(last == "case 1999");
  CHECK(prepared.tasks[0].cases_input.records == 2000);
}
