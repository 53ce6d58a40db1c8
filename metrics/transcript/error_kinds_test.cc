// SPDX-License-Identifier: Apache-2.0
// Every kind that a comment of critical_errors.h, medication.h or privacy.h names has one name in
// each language. (That nothing else is found, critical_errors_test.cc and planted_test.cc show.)
#include "metrics/transcript/error_kinds.h"

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "metrics/transcript/privacy.h"
#include "tests/catch.h"

using namespace keur;
using namespace keur::transcript;

namespace {

// The words with an underscore in the comment that begins and ends with these.
std::set<std::string> kinds_told(const std::string& file, const std::string& from,
                                 const std::string& to) {
  std::ifstream stream(KEUR_SOURCE_DIR "/metrics/transcript/" + file);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const auto begin = text.find(from), end = text.find(to, begin);
  REQUIRE(end != std::string::npos);
  const std::string part = text.substr(begin, end - begin);
  const std::regex word("[a-z]+(_[a-z]+)+");
  return {std::sregex_token_iterator(part.begin(), part.end(), word), {}};
}

}  // namespace

TEST_CASE("each kind has a name of its own in English and in Dutch") {
  std::set<std::string_view> ids;
  for (const FindingKind& kind : error_kinds()) {
    CAPTURE(kind.id);
    CHECK(ids.insert(kind.id).second);
    CHECK(!kind.title.empty());
    CHECK(!kind.titel.empty());
  }
  auto told = kinds_told("critical_errors.h", "//   C1   4", "// Each place");
  told.merge(kinds_told("medication.h", "  // drug_omitted", "  std::string_view kind"));
  CHECK(told.size() == 39);
  for (const std::string& kind : told) {
    CAPTURE(kind);
    CHECK(ids.count(kind) == 1);
  }
  for (const PrivacyFinding& one :
       find_privacy("", "bsn 111222333, jan@example.org, 06-12345678, geboren 01-02-1950"))
    CHECK(ids.count(one.kind) == 1);
}
