// SPDX-License-Identifier: Apache-2.0
// A map of the suite file read by a table of its keys. The table is the one place that knows which
// keys exist: unknown keys, missing keys, hints and the published schema all come from it.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/suite/yaml.h"

namespace keur {

struct Key {
  std::string name;
  bool required;
  std::string meaning;
};

class Keys {
 public:
  // Reports at once: not a map, unknown keys, missing keys. `what` names the map in messages:
  // "a gate". When `map` is no map every look-up finds nothing.
  Keys(const Yaml& map, std::string what, std::span<const Key> table, Diagnostics& problems);

  const Yaml* find(std::string_view key) const { return map_.find(key); }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  // The text of a key, with its place; an empty name when the key is absent or not text (then a
  // diagnostic was added).
  struct Text {
    std::string name;
    Span span;
  };
  Text text(std::string_view key) const;

 private:
  const Yaml& map_;
  Diagnostics& problems_;
};

}  // namespace keur
