// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_junit.h"

#include "harness/report/example_report.h"
#include "harness/report/golden_test.h"
#include "harness/report/markup_check_test.h"
#include "tests/catch.h"

namespace keur {

TEST_CASE("the JUnit page is as approved and well-formed") {
  const std::string page = junit_report(example_report());
  check_approved("expected.xml", page);
  CHECK(markup_problem(page, Markup::xml) == "");
}

TEST_CASE("the burden of proof decides what an undecided gate is") {
  Report report = example_report();
  // 5 pass; noise-10dB and accent fail; sentences-to-correct is undecided, doses not estimable.
  CHECK(junit_report(report).find("tests=\"9\" failures=\"4\" errors=\"0\" skipped=\"0\"") !=
        std::string::npos);
  report.burden = "regression";
  CHECK(junit_report(report).find("tests=\"9\" failures=\"2\" errors=\"0\" skipped=\"2\"") !=
        std::string::npos);
}

TEST_CASE("a gate id from hell stays inside its attribute") {
  Report report = example_report();
  report.gates.front().id = "\"/><failure a='b'>\x01\x1B\u202E\xEF\xBF\xBF&";
  const std::string page = junit_report(report);
  CHECK(markup_problem(page, Markup::xml) == "");
  CHECK(page.find(
            "name=\"&quot;/&gt;&lt;failure a=&#39;b&#39;&gt;\\x01\\x1B\\u{202E}\uFFFD&amp;\"") !=
        std::string::npos);
}

}  // namespace keur
