// SPDX-License-Identifier: Apache-2.0
// Why something was not accepted. Refusals are values: a hostile package is an expected input, so
// nothing in this folder throws for one. Exceptions are left for memory and for a broken OpenSSL.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace keur {

enum class RefusalCode {
  file,         // missing, not a regular file, not readable, or not part of the package
  size,         // above a cap
  json,         // not the strict JSON of strict_json.h
  envelope,     // JSON, but not a DSSE envelope
  type,         // an envelope or a statement about something else
  signature,    // no signature of the key asked for
  statement,    // signed, but not a statement of the exact shape
  subject,      // a subject is missing, doubled or unknown
  path,         // a subject's name is not a safe relative path
  digest,       // a file is not the file that was signed
  consistency,  // the statement and the report contradict each other
  key,          // a key file, or what it holds, is not acceptable
};

// Stable names for scripts: E_FILE, E_SIZE, ...
constexpr std::string_view name_of(RefusalCode code) {
  switch (code) {
    case RefusalCode::file:
      return "E_FILE";
    case RefusalCode::size:
      return "E_SIZE";
    case RefusalCode::json:
      return "E_JSON";
    case RefusalCode::envelope:
      return "E_ENVELOPE";
    case RefusalCode::type:
      return "E_TYPE";
    case RefusalCode::signature:
      return "E_SIGNATURE";
    case RefusalCode::statement:
      return "E_STATEMENT";
    case RefusalCode::subject:
      return "E_SUBJECT";
    case RefusalCode::path:
      return "E_PATH";
    case RefusalCode::digest:
      return "E_DIGEST";
    case RefusalCode::consistency:
      return "E_CONSISTENCY";
    case RefusalCode::key:
      return "E_KEY";
  }
  return "E_UNKNOWN";
}

// `file` and `message` are safe to print: whatever a stranger wrote went through
// escape_untrusted() before it came in here.
struct Refusal {
  RefusalCode code;
  std::string file;     // relative to the package, or the path as the user gave it
  std::string message;  // lower case, no full stop; reads on after "file: "
};

// A value, or the reason there is none. Reading the side that is not there throws.
template <typename T>
class [[nodiscard]] Checked {
 public:
  // Implicit, so that a function can return either side as it is.
  Checked(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Checked(Refusal refusal) : state_(std::in_place_index<1>, std::move(refusal)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Refusal& refusal() const { return std::get<1>(state_); }

 private:
  std::variant<T, Refusal> state_;
};

}  // namespace keur
