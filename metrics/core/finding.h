// SPDX-License-Identifier: Apache-2.0
// A difference between a reference and an output that means something to a reader: what `keur show`
// and the worst-cases page can point at.
#pragma once
#include <cstddef>
#include <string_view>

namespace keur {

// Words first, first + 1, ... last - 1 of a text. Empty where first = last; `first` is then where
// they would have stood.
struct WordRange {
  std::size_t first = 0;
  std::size_t last = 0;

  std::size_t size() const { return last - first; }
  bool empty() const { return first == last; }
  bool overlaps(const WordRange& other) const { return first < other.last && other.first < last; }
  bool operator==(const WordRange&) const = default;
};

// What findings are about, and how a person reads it.
struct FindingClass {
  std::string_view id;  // C1
  int severity;         // of its findings, unless one says otherwise
  std::string_view title, titel;
};

// What exactly is wrong.
struct FindingKind {
  std::string_view id;  // dose_value_wrong
  std::string_view title, titel;
};

struct CaseFinding {
  std::string_view class_id;    // C1 ... C11: the classes of metrics/transcript/critical_errors.h
  std::string_view kind;        // dose_value_wrong
  int severity = 1;             // 1 cosmetic ... 4 can cost a life
  WordRange reference, output;  // of the normalised words

  bool operator==(const CaseFinding&) const = default;
};

}  // namespace keur
