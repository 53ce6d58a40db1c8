// SPDX-License-Identifier: Apache-2.0
// Strict YAML: a tree of maps, lists and scalars, each with its place in the file. What YAML makes
// possible and a judge would not forgive is refused here, before anything reads a value: anchors,
// aliases, tags, merge keys, duplicate keys, several documents, deep nesting, huge files.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/diagnostic.h"

namespace keur {

// A suite names data files; it does not hold data.
inline constexpr std::size_t largest_suite = std::size_t{1} << 20;

struct YamlEntry;

struct Yaml {
  enum class Kind { scalar, list, map };
  Kind kind = Kind::scalar;
  Span span;
  std::string scalar;
  bool quoted = false;             // a quoted scalar is text whatever it looks like
  std::vector<Yaml> items;         // of a list
  std::vector<YamlEntry> entries;  // of a map, in file order

  const Yaml* find(std::string_view key) const;
};

struct YamlEntry {
  Yaml key;  // a scalar
  Yaml value;
};

// The document; nullopt when it cannot be read, with at least one diagnostic added. A document that
// comes with diagnostics may be read on for further ones, never used. `text` is valid UTF-8; `file`
// is used for places only.
std::optional<Yaml> read_yaml(std::string_view text, const std::string& file,
                              Diagnostics& problems);

// Those from `from` on, by line and column: readers see a missing key last, and where it belongs.
void sort_by_place(Diagnostics& problems, std::size_t from);

}  // namespace keur
