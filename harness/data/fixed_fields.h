// SPDX-License-Identifier: Apache-2.0
// Formats whose fields have fixed names, one line a record.
#pragma once
#include "harness/data/format.h"

namespace keur {

// A fault when a wanted field is none of `known`.
std::optional<Fault> check_fields(std::span<const std::string> wanted,
                                  std::span<const std::string_view> known, std::string_view format);

// Reads one line into as many texts as there are known fields.
using ReadLine = std::optional<Fault> (*)(std::string_view line, std::span<std::string> fields);

std::unique_ptr<RecordParser> fixed_fields_parser(std::span<const std::string> wanted,
                                                  std::span<const std::string_view> known,
                                                  std::string_view format, ReadLine read,
                                                  std::optional<Fault>& fault);

// A record is a line.
std::size_t line_length(std::string_view bytes, bool quotes);

}  // namespace keur
