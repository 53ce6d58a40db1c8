// SPDX-License-Identifier: Apache-2.0
// The report as a JSON document: what is signed, and what every other page can be rendered from
// again. Same report, same bytes: keys in the order of the structs, shortest numbers that read
// back the same, pure ASCII (so that printing it cannot steer a terminal), one final line break.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "harness/report/report.h"

namespace keur {

// Undefined numbers are null. Bytes in a string that are not UTF-8 become U+FFFD.
std::string write_json(const Report& report);

// The report such a document holds; write_json(*read_json(write_json(x))) == write_json(x).
// Strict: an unknown, missing or repeated key, a value of another type, a word outside its closed
// list, nesting deeper than the report's own, a byte order mark or another schema number is
// refused; nullopt then, and `error` names the place: gates[2].parts[0].verdict: ...
// The error may quote a key from the document; print it through escape_untrusted.
std::optional<Report> read_json(std::string_view document, std::string& error);

}  // namespace keur
