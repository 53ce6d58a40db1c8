// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "harness/seal/digest.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

constexpr Role roles[] = {
    {"suite", true, true},         {"reference-dataset", true, false},
    {"tool-outputs", true, false}, {"harness-binary", true, false},
    {"ledger", true, true},        {"report", true, true},
    {"view-html", true, true},     {"view-junit", true, true},
    {"signer-key", true, true},    {"tool-under-test", false, false},
    {"plan", false, false},        {"term-list", false, false},
};

// Spelled out: the functions of <cctype> depend on the locale.
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_a_segment(char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '_'; }
bool continues_a_segment(char c) { return starts_a_segment(c) || c == '.' || c == '-'; }

bool is_segment(std::string_view segment) {
  return !segment.empty() && starts_a_segment(segment.front()) && segment.back() != '.' &&
         std::all_of(segment.begin(), segment.end(), continues_a_segment);
}

std::string without_case(std::string name) {
  for (char& c : name)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return name;
}

Refusal refuse(RefusalCode code, std::string message) { return {code, "", std::move(message)}; }

std::optional<Refusal> check_subject(const Subject& subject) {
  const std::string name = escape_untrusted(subject.name);
  if (!is_subject_name(subject.name))
    return refuse(RefusalCode::path, fmt::format("the subject name \"{}\" is not safe", name));
  if (!is_sha256_hex(subject.sha256))
    return refuse(RefusalCode::subject,
                  fmt::format("the subject {} has no lower-case sha256", name));
  if (!find_role(subject.role))
    return refuse(RefusalCode::subject, fmt::format("the subject {} has the unknown role \"{}\"",
                                                    name, escape_untrusted(subject.role)));
  if (subject.name == envelope_name || is_sidecar_name(subject.name))
    return refuse(RefusalCode::subject, fmt::format("{} cannot be a subject", name));
  if ((subject.role == "signer-key") != (subject.name == signer_key_name))
    return refuse(RefusalCode::subject,
                  fmt::format("the role signer-key belongs to {}", signer_key_name));
  return std::nullopt;
}

}  // namespace

std::span<const Role> all_roles() { return roles; }

const Role* find_role(std::string_view name) {
  for (const Role& role : roles)
    if (role.name == name) return &role;
  return nullptr;
}

bool is_subject_name(std::string_view name) {
  if (name.size() > 255) return false;
  int segments = 0;
  for (;;) {
    const std::size_t slash = name.find('/');
    if (++segments > 8 || !is_segment(name.substr(0, slash))) return false;
    if (slash == name.npos) return true;
    name.remove_prefix(slash + 1);
  }
}

std::optional<std::string> signer_of_sidecar(std::string_view name, std::string_view ending) {
  constexpr std::string_view beginning = "report.";
  if (name.size() < beginning.size() + ending.size()) return std::nullopt;
  if (!name.starts_with(beginning) || !name.ends_with(ending)) return std::nullopt;
  name.remove_prefix(beginning.size());
  name.remove_suffix(ending.size());
  const bool valid = !name.empty() && name.size() <= 40 &&
                     std::all_of(name.begin(), name.end(),
                                 [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  return valid ? std::optional(std::string(name)) : std::nullopt;
}

bool is_sidecar_name(std::string_view name) {
  return signer_of_sidecar(name, ".sigstore.json") || signer_of_sidecar(name, ".tsr");
}

std::optional<Refusal> check_subjects(std::span<const Subject> subjects) {
  if (subjects.empty() || subjects.size() > most_subjects)
    return refuse(RefusalCode::subject, fmt::format("the statement has {} subjects, not 1 to {}",
                                                    subjects.size(), most_subjects));
  std::set<std::string> names, seen;
  for (const Subject& subject : subjects) {
    if (auto refusal = check_subject(subject)) return refusal;
    if (!names.insert(without_case(subject.name)).second)
      return refuse(RefusalCode::subject, fmt::format("two subjects are named {}", subject.name));
    if (!seen.insert(subject.role).second)
      return refuse(RefusalCode::subject, fmt::format("two subjects are the {}", subject.role));
  }
  for (const Role& role : roles)
    if (role.obligatory && seen.count(std::string(role.name)) == 0)
      return refuse(RefusalCode::subject, fmt::format("no subject is the {}", role.name));
  return std::nullopt;
}

}  // namespace keur
