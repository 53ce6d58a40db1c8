// SPDX-License-Identifier: Apache-2.0
// JSON objects that hold only text without escapes, and null: what most lines of most files are.
// They are read sixteen bytes at a time and without moving a byte. Everything else is left to a
// parser of JSON, and so is every complaint.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/format.h"

namespace keur {

class PlainObject {
 public:
  explicit PlainObject(std::span<const std::string> wanted)
      : wanted_(wanted.begin(), wanted.end()) {}

  // True: `record` is such an object in valid UTF-8, wanted fields stand in it at most once, and
  // `values` are theirs. False: it may be anything, and `values` hold nothing of use.
  bool read(std::string_view record, std::span<FieldValue> values);

 private:
  class Scan;
  // A name as it stood in an earlier record, with its closing quote, and which values it fills.
  struct Name {
    std::string quoted;
    std::vector<std::size_t> wanted;
  };
  Name name(std::string_view text) const;

  std::vector<std::string> wanted_;
  std::vector<Name> names_;  // by place in the object: records of a file resemble each other
};

}  // namespace keur
