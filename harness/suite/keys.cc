// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/keys.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {

Keys::Keys(const Yaml& map, std::string what, std::span<const Key> table, Diagnostics& problems)
    : map_(map), problems_(problems) {
  if (map.kind != Yaml::Kind::map) {
    problems.push_back({"suite-wrong-type", Severity::error, map.span,
                        fmt::format("{} must be a map of keys", what), "", ""});
    return;
  }
  std::vector<std::string> names;
  for (const Key& key : table) names.push_back(key.name);

  std::vector<std::string> meant;  // keys that an unknown one was probably meant to be
  for (const auto& [key, value] : map.entries) {
    if (key.kind != Yaml::Kind::scalar) continue;  // refused already
    if (std::find(names.begin(), names.end(), key.scalar) != names.end()) continue;
    if (key.scalar == "<<" && !key.quoted) continue;  // refused as a merge key already
    const std::string near = nearest(key.scalar, names);
    meant.push_back(near);
    problems.push_back({"suite-unknown-key", Severity::error, key.span,
                        fmt::format("unknown key '{}' in {}", key.scalar, what),
                        near.empty() ? "" : fmt::format("did you mean '{}'?", near),
                        "keys here: " + listed(names)});
  }
  for (const Key& key : table)
    if (key.required && !map.find(key.name) &&
        std::find(meant.begin(), meant.end(), key.name) == meant.end())
      problems.push_back({"suite-missing-key", Severity::error, map.span,
                          fmt::format("{} needs the key '{}'", what, key.name), "",
                          fmt::format("{}: {}", key.name, key.meaning)});
}

Keys::Text Keys::text(std::string_view key) const {
  const Yaml* value = find(key);
  if (!value) return {};
  const auto written = read_text(*value, std::string(key), problems_);
  return {written.value_or(""), value->span};
}

}  // namespace keur
