// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/statement.h"

#include <functional>

#include "harness/seal/test_package.h"

namespace keur {
namespace {

using Json = nlohmann::json;

std::string good_statement() {
  auto subjects = test_subjects();
  subjects.push_back({"signer-key", "signer.pub.pem", "application/x-pem-file", ""});
  for (Subject& subject : subjects) subject.sha256 = sha256_hex(subject.name);
  const auto text = write_statement(subjects, test_predicate());
  REQUIRE(text);
  return *text;
}

}  // namespace

TEST_CASE("a statement is one line in canonical form and is read back as it was") {
  const std::string text = good_statement();
  CHECK(text.starts_with(
      "{\"_type\":\"https://in-toto.io/Statement/v1\","
      "\"predicate\":{\"reportId\":\"urn:uuid:0\",\"result\":\"PASSED\",\"sampleSize\":3},"
      "\"predicateType\":\"https://keur.example/clinical-validation/report/v1\","
      "\"subject\":[{\"annotations\":{\"role\":\"ledger\"},\"digest\":{\"sha256\":\""));
  CHECK(text.ends_with("\"mediaType\":\"application/json\",\"name\":\"views/report.json\"}]}"));
  CHECK(text.find('\n') == text.npos);

  const auto statement = parse_statement(text);
  REQUIRE(statement);
  CHECK(Json(statement->predicate) == test_predicate());
  CHECK(statement->subjects.size() == 9);
  const Subject* suite = statement->subject("suite");
  REQUIRE(suite != nullptr);
  CHECK(suite->name == "inputs/suite.yaml");
  CHECK(suite->media_type == "application/yaml");
  CHECK(suite->sha256 == sha256_hex("inputs/suite.yaml"));
  CHECK(statement->subject("plan") == nullptr);
  const auto again = write_statement(statement->subjects, Json(statement->predicate));
  REQUIRE(again);
  CHECK(*again == text);
}

TEST_CASE("a statement is not written with numbers that programs print differently") {
  const auto subjects = parse_statement(good_statement())->subjects;
  CHECK(write_statement(subjects, {{"threshold", "0.05"}, {"num", 7}}));
  for (const Json& predicate :
       {Json{{"threshold", 0.05}}, Json{{"seed", 9007199254740992}}, Json::array(), Json("x")}) {
    const auto text = write_statement(subjects, predicate);
    REQUIRE_FALSE(text);
    CHECK(text.refusal().code == RefusalCode::statement);
  }
  CHECK(write_statement({}, test_predicate()).refusal().code == RefusalCode::subject);
}

TEST_CASE("a statement of any other shape is refused") {
  struct Row {
    const char* what;
    std::function<void(Json&)> change;
    RefusalCode code;
  };
  using Code = RefusalCode;
  const Row rows[] = {
      {"member added", [](Json& s) { s["note"] = 1; }, Code::statement},
      {"member missing", [](Json& s) { s.erase("predicate"); }, Code::statement},
      {"member renamed", [](Json& s) { s["Subject"] = s["subject"], s.erase("subject"); },
       Code::statement},
      {"predicate is a list", [](Json& s) { s["predicate"] = Json::array(); }, Code::statement},
      {"type is a number", [](Json& s) { s["_type"] = 1; }, Code::statement},
      {"version 0.1", [](Json& s) { s["_type"] = "https://in-toto.io/Statement/v0.1"; },
       Code::type},
      {"other predicate", [](Json& s) { s["predicateType"] = "https://slsa.dev/provenance/v1"; },
       Code::type},
      {"next version", [](Json& s) { s["predicateType"] = std::string(predicate_type) + "1"; },
       Code::type},
      {"subjects are an object", [](Json& s) { s["subject"] = Json::object(); }, Code::statement},
      {"no subjects", [](Json& s) { s["subject"] = Json::array(); }, Code::subject},
      {"subject is a string", [](Json& s) { s["subject"][0] = "x"; }, Code::statement},
      {"member added to a subject", [](Json& s) { s["subject"][0]["uri"] = "x"; }, Code::statement},
      {"second digest", [](Json& s) { s["subject"][0]["digest"]["sha512"] = "00"; },
       Code::statement},
      {"other digest",
       [](Json& s) {
         s["subject"][0]["digest"] = {{"sha512", "00"}};
       },
       Code::statement},
      {"digest is a number", [](Json& s) { s["subject"][0]["digest"]["sha256"] = 0; },
       Code::statement},
      {"annotation added", [](Json& s) { s["subject"][0]["annotations"]["x"] = "y"; },
       Code::statement},
      {"no role", [](Json& s) { s["subject"][0]["annotations"] = Json::object(); },
       Code::statement},
      {"no media type", [](Json& s) { s["subject"][0].erase("mediaType"); }, Code::statement},
      {"unsafe name", [](Json& s) { s["subject"][0]["name"] = "../x"; }, Code::path},
      {"unknown role", [](Json& s) { s["subject"][0]["annotations"]["role"] = "x"; },
       Code::subject},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    Json json = Json::parse(good_statement());
    row.change(json);
    const auto statement = parse_statement(json.dump());
    REQUIRE_FALSE(statement);
    CHECK(name_of(statement.refusal().code) == name_of(row.code));
  }
}

TEST_CASE("a statement that is not strict JSON is refused") {
  const std::string good = good_statement();
  std::string doubled = good;
  doubled.replace(doubled.find("\"result\""), 0, "\"result\":\"FAILED\",");
  for (const std::string& text : {doubled, "\xEF\xBB\xBF" + good, good + "{}", good.substr(1),
                                  std::string("[]"), std::string()}) {
    const auto statement = parse_statement(text);
    REQUIRE_FALSE(statement);
    CHECK(statement.refusal().code == RefusalCode::statement);
  }
}

}  // namespace keur
