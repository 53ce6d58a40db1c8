// SPDX-License-Identifier: Apache-2.0
// Delimited text as RFC 4180 describes it: what CSV and TSV share. Quoted fields may hold line
// breaks and doubled quotes; "NA" is text like any other; a quote inside an unquoted field is
// refused, for it would swallow the lines behind it.
#pragma once
#include "harness/data/format.h"

namespace keur {

std::size_t delimited_record_length(std::string_view bytes, bool quotes);

std::unique_ptr<RecordParser> delimited_parser(std::span<const std::string> wanted,
                                               std::string_view header, char delimiter, bool quotes,
                                               std::optional<Fault>& fault);

// The names of the columns; empty after a fault.
std::vector<std::string> delimited_names(std::string_view header, char delimiter,
                                         std::optional<Fault>& fault);

// A record with its line end: a field is quoted where it must be.
std::string delimited_record(std::span<const std::string> fields, char delimiter);

}  // namespace keur
