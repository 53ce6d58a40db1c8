// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_text.h"

#include <sstream>

#include "harness/report/example_report.h"
#include "harness/report/golden_test.h"
#include "harness/report/text_layout.h"
#include "tests/catch.h"

namespace keur {
namespace {

std::vector<std::string> lines_of(const std::string& page) {
  std::istringstream in(page);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("the terminal page is as approved") {
  check_approved("expected.txt", terminal_report(example_report(), {}));
}

TEST_CASE("no line is wider than the terminal, whatever its width") {
  for (const bool unicode : {false, true})
    for (int width = 40; width <= 132; ++width)
      for (const std::string& line :
           lines_of(terminal_report(example_report(), {false, unicode, width}))) {
        CAPTURE(width, line);
        CHECK(display_width(line) <= width);
      }
}

TEST_CASE("the last line states the verdict") {
  Report report = example_report();
  const auto last_line = [&](int width) {
    return lines_of(terminal_report(report, {false, true, width})).back();
  };
  CHECK(last_line(80) == "\u2717 fail: Not good enough: 3 of 9 gates failed, 1 is inconclusive.");
  CHECK(last_line(50) == "\u2717 fail (exit code 1)");  // the sentence stands above it
  report.verdict = "inconclusive";
  report.exit_code = 3;
  report.sentence = "1 of 9 gates is undecided.";
  CHECK(last_line(80) == "? inconclusive: 1 of 9 gates is undecided.");
}

TEST_CASE("data cannot steer the terminal") {
  Report report = example_report();
  report.suite_title = "\x1B[2J\u202E pass";
  report.gates.front().id = "a\nb\u00EB";
  const std::string page = terminal_report(report, {});
  CHECK(page.find('\x1B') == std::string::npos);
  CHECK(page.find("\u202E") == std::string::npos);
  CHECK(page.find("a\\x0Ab\u00EB") != std::string::npos);
  const std::string ascii = terminal_report(report, {false, false, 80});
  for (const char byte : ascii) CHECK((byte == '\n' || (byte >= ' ' && byte <= '~')));
  CHECK(ascii.find("b\\u{00EB}") != std::string::npos);
}

TEST_CASE("colour adds escapes and nothing else") {
  std::string coloured = terminal_report(example_report(), {true, true, 80});
  CHECK(coloured.find("\x1B[32m\u2713 pass\x1B[0m") != std::string::npos);
  CHECK(coloured.find("\x1B[31m\u2717 fail\x1B[0m") != std::string::npos);
  for (auto at = coloured.find('\x1B'); at != std::string::npos; at = coloured.find('\x1B'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  const auto plain = lines_of(terminal_report(example_report(), {}));
  const auto stripped = lines_of(coloured);
  REQUIRE(plain.size() == stripped.size());
  // Spaces at the end of a coloured cell cannot be trimmed before the reset.
  for (std::size_t i = 0; i < plain.size(); ++i)
    CHECK(stripped[i].substr(0, plain[i].size()) == plain[i]);
}

TEST_CASE("a report of counts names no case") {
  Report report = example_report();
  report.redaction = "counts";
  const std::string page = terminal_report(report, {});
  CHECK(page.find("en-014") == std::string::npos);
  CHECK(page.find("missing 4") != std::string::npos);
}

}  // namespace keur
