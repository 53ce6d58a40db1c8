// SPDX-License-Identifier: Apache-2.0
// Any struct whose members are listed (report_fields.h) as a JSON value, keys in that order.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "harness/report/report_fields.h"

namespace keur {

// Declared before the first use: the three call each other.
template <typename T>
nlohmann::ordered_json as_json(const T& value);
template <typename T>
nlohmann::ordered_json as_json(const std::optional<T>& value);
template <typename T>
nlohmann::ordered_json as_json(const std::vector<T>& values);

template <typename T>
nlohmann::ordered_json as_json(const T& value) {
  if constexpr (Listed<T>) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for_each_member(value,
                    [&](const char* key, const auto& member) { object[key] = as_json(member); });
    return object;
  } else {
    return value;
  }
}

template <typename T>
nlohmann::ordered_json as_json(const std::optional<T>& value) {
  return value ? as_json(*value) : nlohmann::ordered_json(nullptr);
}

template <typename T>
nlohmann::ordered_json as_json(const std::vector<T>& values) {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  for (const T& value : values) array.push_back(as_json(value));
  return array;
}

}  // namespace keur
