// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "harness/seal/canonical_json.h"
#include "harness/seal/escape.h"
#include "harness/seal/strict_json.h"

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

Refusal refuse(std::string message) { return {RefusalCode::statement, "", std::move(message)}; }

bool has_exactly(const Json& json, std::initializer_list<const char*> names) {
  return json.is_object() && json.size() == names.size() &&
         std::all_of(names.begin(), names.end(),
                     [&](const char* name) { return json.contains(name); });
}

Checked<Subject> parse_subject(const Json& json) {
  const bool complete = has_exactly(json, {"annotations", "digest", "mediaType", "name"}) &&
                        has_exactly(json["annotations"], {"role"}) &&
                        has_exactly(json["digest"], {"sha256"});
  if (!complete)
    return refuse(
        "has a subject with other members than name, mediaType, digest.sha256, annotations.role");
  Subject subject;
  const std::pair<const Json&, std::string&> texts[] = {
      {json["annotations"]["role"], subject.role},
      {json["name"], subject.name},
      {json["mediaType"], subject.media_type},
      {json["digest"]["sha256"], subject.sha256},
  };
  for (const auto& [value, text] : texts) {
    if (!value.is_string()) return refuse("has a subject with a member that is not a string");
    text = value.get<std::string>();
  }
  return subject;
}

}  // namespace

const Subject* Statement::subject(std::string_view role) const {
  for (const Subject& candidate : subjects)
    if (candidate.role == role) return &candidate;
  return nullptr;
}

Checked<std::string> write_statement(std::vector<Subject> subjects,
                                     const nlohmann::json& predicate) {
  if (!predicate.is_object()) return refuse("needs a predicate that is an object");
  if (auto refusal = check_subjects(subjects)) return *refusal;
  std::sort(subjects.begin(), subjects.end(),
            [](const Subject& a, const Subject& b) { return a.name < b.name; });
  nlohmann::json list = nlohmann::json::array();
  for (const Subject& subject : subjects)
    list.push_back({{"annotations", {{"role", subject.role}}},
                    {"digest", {{"sha256", subject.sha256}}},
                    {"mediaType", subject.media_type},
                    {"name", subject.name}});
  return canonical_json({{"_type", statement_type},
                         {"predicate", predicate},
                         {"predicateType", predicate_type},
                         {"subject", std::move(list)}});
}

Checked<Statement> parse_statement(std::string_view bytes) {
  auto json = read_strict_json(bytes, {.bytes = bytes.size()});
  if (!json) return refuse(json.refusal().message);
  if (!has_exactly(*json, {"_type", "predicate", "predicateType", "subject"}))
    return refuse("has other members than _type, predicate, predicateType, subject");
  for (const auto& [name, expected] :
       {std::pair{"_type", statement_type}, std::pair{"predicateType", predicate_type}}) {
    const Json& value = (*json)[name];
    if (!value.is_string()) return refuse(fmt::format("has a {} that is not a string", name));
    if (value.get_ref<const std::string&>() != expected)
      return Refusal{RefusalCode::type, "",
                     fmt::format("has the {} \"{}\"", name,
                                 escape_untrusted(value.get_ref<const std::string&>()))};
  }
  if (!(*json)["predicate"].is_object()) return refuse("has a predicate that is not an object");
  const Json& list = (*json)["subject"];
  if (!list.is_array()) return refuse("has no list of subjects");

  Statement statement;
  for (const Json& entry : list) {
    auto subject = parse_subject(entry);
    if (!subject) return subject.refusal();
    statement.subjects.push_back(std::move(*subject));
  }
  if (auto refusal = check_subjects(statement.subjects)) return *refusal;
  statement.predicate = std::move((*json)["predicate"]);
  return statement;
}

}  // namespace keur
