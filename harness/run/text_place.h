// SPDX-License-Identifier: Apache-2.0
// Back from a byte of a field's text to the line and column where it is written: a parser gives
// texts without their quotes and escapes.
#pragma once
#include <cstddef>
#include <string_view>

#include "harness/run/output_index.h"
#include "metrics/core/family.h"

namespace keur {

// As in Fault: lines from the record's first one, columns from 1.
struct TextPlace {
  std::size_t line = 0, column = 0;
  bool operator==(const TextPlace&) const = default;
};

// Where byte `at` of `text` stands in `record`, which holds the text as it is, with doubled quotes,
// or with the escapes of JSON. Column 0 where the record does not hold it, or holds it twice.
TextPlace place_in_record(std::string_view record, std::string_view text, std::size_t at);

// Adds the problem of a text that cannot be counted. A file that is only read as a whole tells no
// column.
void add_text_fault(const Source& source, const RecordPlace& place, std::string_view text,
                    const TextFault& fault, Diagnostics& problems);

}  // namespace keur
