// SPDX-License-Identifier: Apache-2.0
#include "harness/report/escape_markup.h"

#include "tests/catch.h"

namespace keur {

TEST_CASE("markup in data stays text") {
  struct Row {
    std::string text, safe;
  };
  const Row rows[] = {
      {"", ""},
      {"plain caf\xC3\xA9", "plain caf\xC3\xA9"},
      {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"\" onload='x' & more", "&quot; onload=&#39;x&#39; &amp; more"},
      {"&amp;", "&amp;amp;"},
      {"a\xE2\x80\xAE"
       "b",
       "a\\u{202E}b"},  // right-to-left override
      {"a\nb\x1B[31m", "a\\x0Ab\\x1B[31m"},
      {"\xFF", "\\xFF"},
      {"\xEF\xBF\xBF\xEF\xBF\xBE", "\xEF\xBF\xBD\xEF\xBF\xBD"},  // not characters in XML 1.0
  };
  for (const Row& row : rows) CHECK(escape_markup(row.text) == row.safe);
}

TEST_CASE("a file keeps its lines and nothing else that steers") {
  CHECK(escape_lines("a: 1\r\nb: <2>\n\n") == "a: 1\nb: &lt;2&gt;\n\n");
  CHECK(escape_lines("one\rtwo") == "one\\x0Dtwo");
  CHECK(escape_lines("") == "");
}

TEST_CASE("anchors hold no character that needs quoting and never collide") {
  CHECK(anchor("gate", "noise-20dB") == "gate-noise-20dB");
  CHECK(anchor("gate", "a b") == "gate-a_20b");
  CHECK(anchor("gate", "a_20b") == "gate-a_5f20b");
  CHECK(anchor("gate", "\"><b>") == "gate-_22_3e_3cb_3e");
}

}  // namespace keur
