// SPDX-License-Identifier: Apache-2.0
// The files a statement speaks about: which part each plays, under which name it lies in the
// package, and its digest.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/seal/refusal.h"

namespace keur {

// What a file is to the report. Generic verifiers compare digests only and so accept the reference
// data where the report should be; the role is signed and says which file is which.
struct Role {
  std::string_view name;
  bool obligatory;  // in the statement
  bool packaged;    // the file lies in the package; the others stay with their owner
};
std::span<const Role> all_roles();
const Role* find_role(std::string_view name);  // nullptr: no such role

inline constexpr std::string_view signer_key_name = "signer.pub.pem";
inline constexpr std::string_view envelope_name = "report.dsse.json";
inline constexpr std::size_t most_subjects = 1024;  // more are refused by sigstore-go

struct Subject {
  std::string role;
  std::string name;
  std::string media_type;
  std::string sha256;
};

// One to eight segments of [A-Za-z0-9_][A-Za-z0-9._-]* joined by '/', none ending in a dot, 255
// bytes in all: nothing that leaves the directory, looks like an option, hides, or differs between
// file systems.
bool is_subject_name(std::string_view name);

// report.<signer>.sigstore.json and report.<signer>.tsr, signer being [a-z0-9-]{1,40}: derived from
// the envelope or from a time-stamping authority, so never subjects.
std::optional<std::string> signer_of_sidecar(std::string_view name, std::string_view ending);
bool is_sidecar_name(std::string_view name);

// E_SUBJECT or E_PATH, without a file name: 1 to 1024 subjects, names as above and different also
// when case is ignored, lower-case digests, every known role once at most, none left out that is
// obligatory. nullopt: nothing is wrong.
std::optional<Refusal> check_subjects(std::span<const Subject> subjects);

}  // namespace keur
