// SPDX-License-Identifier: Apache-2.0
#include "harness/report/page_html.h"

#include "harness/report/example_report.h"
#include "harness/report/golden_test.h"
#include "harness/report/markup_check_test.h"
#include "harness/report/page_junit.h"
#include "harness/report/page_text.h"
#include "harness/report/report_fields.h"
#include "tests/catch.h"

namespace keur {
namespace {

// Puts `text` in place of every string of the report, down to the last.
template <typename T>
void replace_strings(T& value, const std::string& text) {
  if constexpr (Listed<T>)
    for_each_member(value, [&](const char*, auto& member) { replace_strings(member, text); });
  else if constexpr (std::is_same_v<T, std::string>)
    value = text;
  else if constexpr (requires { value.push_back(value.front()); })
    for (auto& element : value) replace_strings(element, text);
}

std::size_t occurrences(const std::string& page, const std::string& what) {
  std::size_t count = 0;
  for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the HTML page is as approved and well-formed") {
  const std::string page = html_report(example_report());
  check_approved("expected.html", page);
  CHECK(markup_problem(page, Markup::html) == "");
  CHECK(page.size() < 150000);
}

TEST_CASE("the page runs nothing and loads nothing") {
  const std::string page = html_report(example_report());
  const auto policy = page.find(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; img-src data:\">");
  REQUIRE(policy != std::string::npos);
  CHECK(policy < 200);  // before anything it should hold for
  // markup_problem knows which elements and attributes there are; none of them loads or runs.
  for (const char* forbidden : {"<script", "url(", "@import", "javascript:"})
    CHECK(occurrences(page, forbidden) == 0);
  CHECK(occurrences(page, "href=\"") == occurrences(page, "href=\"#"));
}

TEST_CASE("hostile text anywhere in the report stays text on every page") {
  Report report = example_report();
  replace_strings(report, "<script>alert('1')</script>\"&\x1B\u202E\n\xFF");
  const std::string html = html_report(report);
  const std::string junit = junit_report(report);
  // Every gate has the same id now, which no suite allows.
  CHECK(markup_problem(junit, Markup::xml) == "");
  CHECK(occurrences(html, "<script") == 0);
  CHECK(occurrences(html, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;") > 100);
  for (const std::string& page : {html, junit, terminal_report(report, {})})
    for (const char* forbidden : {"\x1B", "\u202E", "\xFF"})
      CHECK(occurrences(page, forbidden) == 0);
}

TEST_CASE("what the verdict rests on is said without colour, in both languages") {
  const std::string page = html_report(example_report());
  for (const char* words :
       {"\u2713\u00A0pass", "\u2717\u00A0fail", "?\u00A0inconclusive", "\u2013\u00A0not estimable",
        "<span class=\"c-pass\" lang=\"nl\">voldoet</span>", "niet te schatten",
        "about 41 more speakers", "ongeveer 41 sprekers meer",
        "it proves that nothing was changed, not who signed",
        "named on the command line, not by the suite",
        "A signed report proves who said what and that it was not changed, not that the test was "
        "good."})
    CHECK(occurrences(page, words) > 0);
}

TEST_CASE("a named signer is expected by key id") {
  Report report = example_report();
  report.signer = "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8";
  const std::string page = html_report(report);
  CHECK(occurrences(page, "expected key") == 1);
  CHECK(occurrences(page, report.signer) == 1);
  CHECK(occurrences(page, "ephemeral") == 0);
}

TEST_CASE("redaction holds whatever the report carries") {
  Report report = example_report();
  report.redaction = "ids";
  const std::string ids = html_report(report);
  CHECK(occurrences(ids, "en-088-noise-10dB") == 2);  // a worst case, and a critical error
  CHECK(occurrences(ids, "another dose") == 1);
  for (const char* word : {"metoprolol", "milligrams", "heartburn", "heart burn", "phone #", "&lt;i&gt;uh"}) {
    CAPTURE(word);
    CHECK(occurrences(ids, word) == 0);
    CHECK(occurrences(html_report(example_report()), word) > 0);
    CHECK(terminal_report(report, {}).find(word) == std::string::npos);
  }
  report.redaction = "counts";
  const std::string counts = html_report(report);
  CHECK(occurrences(counts, "en-088-noise-10dB") == 0);
  CHECK(occurrences(counts, "en-014-noise-10dB") == 0);
  CHECK(occurrences(counts, "en-102-clean") == 0);
  CHECK(occurrences(counts, "another dose") == 0);
  CHECK(occurrences(counts, "drug, dose, frequency or route") == 1);
}

TEST_CASE("a list of errors that is not complete says how many are missing") {
  Report report = example_report();
  // Of severity 4 there are 3 + 1 + 1 and 2 are listed, of severity 3 two and one is.
  const std::string page = html_report(report);
  CHECK(occurrences(page, "Severity 4: can cost a life (5)") == 1);
  CHECK(occurrences(page, "And 3 more, not listed in this report.") == 1);
  CHECK(occurrences(page, "En nog 1, niet vermeld in dit rapport.") == 2);  // a value, an error
  CHECK(occurrences(page, "Severity 2: can mislead") == 0);
  CHECK(occurrences(page, "391 differences of wording") == 1);
  report.tasks.front().critical = {};
  CHECK(occurrences(html_report(report), "id=\"critical\"") == 0);  // nobody looked
}

TEST_CASE("words are shown with how many say them, and what is not known with a dash") {
  const std::string page = html_report(example_report());
  // "the" was lost with as many speakers as are counted apart, or more.
  CHECK(occurrences(page, "<td class=\"n\" align=\"right\">\u2265\u00A01000</td>") == 1);
  CHECK(occurrences(page, "<td class=\"n\" align=\"right\">77</td><td class=\"n\" "
                          "align=\"right\">\u2013</td>") == 1);
  CHECK(occurrences(page, "may be too small by 3 at most") == 1);
}

TEST_CASE("several tasks stand under their own headings") {
  Report report = example_report();
  report.tasks.push_back(report.tasks.front());
  report.tasks.back().id = "notes";
  report.tasks.back().title = "Notes";
  report.tasks.back().cluster_kind = "nurses";
  const std::string page = html_report(report);
  CHECK(markup_problem(page, Markup::html) == "");
  CHECK(occurrences(page, "<h3>Dictation</h3>") > 1);
  CHECK(occurrences(page, "<h3>Notes</h3>") > 1);
  CHECK(occurrences(page, "id=\"forest-1\"") == 0);  // no measure is of that task
}

TEST_CASE("an empty report is still a page") {
  Report report;
  report.verdict = "inconclusive";
  CHECK(markup_problem(html_report(report), Markup::html) == "");
}

}  // namespace keur
