// SPDX-License-Identifier: Apache-2.0
#include "harness/report/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

void write_value(std::string& out, const Json& value, std::size_t depth);

void write_string(std::string& out, const std::string& text) {
  out += Json(text).dump(-1, ' ', true, Json::error_handler_t::replace);
}

void write_number(std::string& out, double number) {
  // Adding zero turns -0 into 0: JSON readers disagree on what -0 is.
  out += std::isfinite(number) ? fmt::format("{}", number + 0.0) : std::string("null");
}

void write_children(std::string& out, const Json& parent, std::size_t depth) {
  bool first = true;
  for (auto child = parent.begin(); child != parent.end(); ++child) {
    out += first ? "\n" : ",\n";
    first = false;
    out.append(depth + 1, ' ');
    if (parent.is_object()) {
      write_string(out, child.key());
      out += ": ";
    }
    write_value(out, *child, depth + 1);
  }
  if (!first) {
    out += '\n';
    out.append(depth, ' ');
  }
}

void write_value(std::string& out, const Json& value, std::size_t depth) {
  if (value.is_object() || value.is_array()) {
    out += value.is_object() ? '{' : '[';
    write_children(out, value, depth);
    out += value.is_object() ? '}' : ']';
  } else if (value.is_string()) {
    write_string(out, value.get_ref<const std::string&>());
  } else if (value.is_number_float()) {
    write_number(out, value.get<double>());
  } else {
    out += value.dump();  // whole numbers, true, false, null
  }
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& document) {
  std::string out;
  write_value(out, document, 0);
  out += '\n';
  return out;
}

}  // namespace keur
