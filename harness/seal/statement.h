// SPDX-License-Identifier: Apache-2.0
// The in-toto Statement v1 that is signed: these files, in these roles, and what is claimed about
// them. What the claim (the predicate) says is not this folder's business.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "harness/seal/refusal.h"
#include "harness/seal/subject.h"

namespace keur {

inline constexpr std::string_view statement_payload_type = "application/vnd.in-toto+json";
inline constexpr std::string_view statement_type = "https://in-toto.io/Statement/v1";
inline constexpr std::string_view predicate_type =
    "https://keur.example/clinical-validation/report/v1";

// The move of nlohmann's JSON is noexcept, but the check looks into it and does not believe so.
struct Statement {  // NOLINT(bugprone-exception-escape)
  std::vector<Subject> subjects;
  nlohmann::ordered_json predicate;  // an object

  const Subject* subject(std::string_view role) const;  // nullptr: no subject in this role
};

// One line in RFC 8785 form, without a line feed; subjects in order of their names. E_SUBJECT or
// E_PATH as check_subjects(), E_STATEMENT when the predicate is not an object or holds a number
// that is not an integer: fractions are written as decimal strings.
Checked<std::string> write_statement(std::vector<Subject> subjects,
                                     const nlohmann::json& predicate);

// Exact: these members and no others, at every level but inside the predicate. E_STATEMENT,
// E_TYPE, E_SUBJECT or E_PATH, without a file name. The bytes need not be in canonical form; they
// are what was signed, and are never written again.
Checked<Statement> parse_statement(std::string_view bytes);

}  // namespace keur
