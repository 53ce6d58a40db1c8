// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/subject.h"

#include <functional>
#include <set>

#include "harness/seal/test_package.h"

namespace keur {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int time = 0; time < times; ++time) result += text;
  return result;
}

std::vector<Subject> complete_subjects() {
  auto subjects = test_subjects();
  subjects.push_back({"signer-key", "signer.pub.pem", "application/x-pem-file", ""});
  for (Subject& subject : subjects) subject.sha256 = sha256_hex(subject.name);
  return subjects;
}

}  // namespace

TEST_CASE("names of subjects stay inside the package on every file system") {
  for (const std::string& name :
       {std::string("a"), std::string("views/report.json"), std::string("_x/y-z/0.1.txt"),
        repeated("a/", 7) + "a", std::string(255, 'a')})
    CHECK(is_subject_name(name));

  using namespace std::string_literals;
  const std::string rows[] = {
      "",
      "/",
      "/etc/passwd",
      "../x",
      "a/../b",
      "a/./b",
      "./a",
      "a//b",
      "a/",
      "/a",
      "a\\b",
      "C:x",
      "a\0b"s,
      "a b",
      " a",
      "a\n",
      "-rf",
      "a/-rf",
      "$(id)",
      "`id`",
      "a;b",
      "~",
      "~root",
      ".hidden",
      "a/.hidden",
      "a.",
      "a./b",
      "caf\xC3\xA9",
      "a\xE2\x80\xAEtxt",
      "a\x1B[2J",
      "a*",
      "a?",
      "a|b",
      "a:b",
      "%2e%2e",
      std::string(256, 'a'),
      std::string(300, 'a'),
      repeated("a/", 8) + "a",
  };
  for (const std::string& name : rows) {
    INFO(name);
    CHECK_FALSE(is_subject_name(name));
  }
}

TEST_CASE("sidecars are told by their names") {
  CHECK(signer_of_sidecar("report.acme-1.sigstore.json", ".sigstore.json") == "acme-1");
  CHECK(signer_of_sidecar("report.acme.tsr", ".tsr") == "acme");
  CHECK(is_sidecar_name("report." + std::string(40, 'a') + ".tsr"));
  for (const char* name : {"report.tsr", "report..tsr", "report.ACME.tsr", "report.a.b.tsr",
                           "report.a_b.tsr", "report.dsse.json", "report.sigstore.json",
                           "x/report.a.tsr", "report.a.tsr.x", "xreport.a.tsr"})
    CHECK_FALSE(is_sidecar_name(name));
  CHECK_FALSE(is_sidecar_name("report." + std::string(41, 'a') + ".tsr"));
}

TEST_CASE("every role is there once, under a name of its own") {
  REQUIRE(check_subjects(complete_subjects()) == std::nullopt);
  auto with_optional = complete_subjects();
  with_optional.push_back({"plan", "inputs/plan.json", "application/json", sha256_hex("")});
  with_optional.push_back({"tool-under-test", "tool/model.bin", "", sha256_hex("")});
  with_optional.push_back({"term-list", "inputs/term-list/terms.yaml", "", sha256_hex("")});
  CHECK(check_subjects(with_optional) == std::nullopt);

  struct Row {
    std::function<void(std::vector<Subject>&)> change;
    RefusalCode code;
    const char* message;
  };
  using Subjects = std::vector<Subject>;
  using Code = RefusalCode;
  const Row rows[] = {
      {[](Subjects& s) { s.clear(); }, Code::subject, "has 0 subjects, not 1 to 1024"},
      {[](Subjects& s) { s.resize(1025, s[0]); }, Code::subject, "has 1025 subjects"},
      {[](Subjects& s) { s[0].name = "../suite.yaml"; }, Code::path, "\"../suite.yaml\""},
      {[](Subjects& s) { s[0].name = "a\x1B"; }, Code::path, "\"a\\x1B\""},
      {[](Subjects& s) { s[0].name = "VIEWS/report.json"; }, Code::subject, "views/report.json"},
      {[](Subjects& s) { s[0].name = s[1].name; }, Code::subject, "two subjects are named"},
      {[](Subjects& s) { s[0].name = "report.dsse.json"; }, Code::subject, "cannot be a subject"},
      {[](Subjects& s) { s[0].name = "report.a.tsr"; }, Code::subject, "cannot be a subject"},
      {[](Subjects& s) { s[0].name = "report.a.sigstore.json"; }, Code::subject, "cannot be"},
      {[](Subjects& s) { s[0].sha256 = ""; }, Code::subject, "no lower-case sha256"},
      {[](Subjects& s) { s[0].sha256[0] = 'A'; }, Code::subject, "no lower-case sha256"},
      {[](Subjects& s) { s[0].sha256.pop_back(); }, Code::subject, "no lower-case sha256"},
      {[](Subjects& s) { s[0].role = "suit"; }, Code::subject, "unknown role \"suit\""},
      {[](Subjects& s) { s[0].role = "ledger"; }, Code::subject, "two subjects are the ledger"},
      {[](Subjects& s) { s.back().name = "other.pub.pem"; }, Code::subject, "signer.pub.pem"},
      {[](Subjects& s) { std::swap(s[0].role, s.back().role); }, Code::subject, "signer.pub.pem"},
  };
  for (const Row& row : rows) {
    auto subjects = complete_subjects();
    row.change(subjects);
    const auto refusal = check_subjects(subjects);
    REQUIRE(refusal);
    CHECK(name_of(refusal->code) == name_of(row.code));
    CHECK_THAT(refusal->message, Catch::Contains(row.message));
  }
}

TEST_CASE("no obligatory role can be left out") {
  const auto complete = complete_subjects();
  std::set<std::string_view> left_out;
  for (std::size_t index = 0; index < complete.size(); ++index) {
    auto subjects = complete;
    subjects.erase(subjects.begin() + static_cast<std::ptrdiff_t>(index));
    const auto refusal = check_subjects(subjects);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::subject);
    CHECK(refusal->message == "no subject is the " + complete[index].role);
    left_out.insert(complete[index].role);
  }
  for (const Role& role : all_roles()) CHECK(role.obligatory == (left_out.count(role.name) == 1));
}

}  // namespace keur
