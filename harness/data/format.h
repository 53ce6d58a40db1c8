// SPDX-License-Identifier: Apache-2.0
// A file format: how a file is cut into records, and how the wanted fields of a record are read.
// One file a format: format_<name>.cc defines `const Format& format_<name>()`, and CMake finds it
// by that name.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/diagnostic.h"

namespace keur {

// One field of one record. Text is valid UTF-8 and lives in the record's bytes or in the parser,
// until the parser's next record.
struct FieldValue {
  enum class State : unsigned char { absent, null, text };
  State state = State::absent;
  std::string_view text;
};

// What is wrong with a record. `line` counts from the record's first line, `column` from 1 (0: the
// whole line).
struct Fault {
  std::string code, message, hint;
  std::size_t line = 0, column = 0;
};

class RecordParser {
 public:
  virtual ~RecordParser() = default;
  // Fills one value for each wanted field. May overwrite `record`, and the byte behind it when the
  // record does not end in a line break.
  virtual std::optional<Fault> parse(char* record, std::size_t length,
                                     std::span<FieldValue> values) = 0;
};

// The records of a file that only makes sense as a whole, as JSON lines.
struct WholeRecords {
  std::string bytes;
  std::vector<std::uint32_t> lines;  // where each begins in the file; 0: not known
};

class InputFile;

struct Format {
  std::string_view id;       // jsonl
  std::string_view endings;  // ".jsonl .ndjson"
  bool header;               // the first record names the fields

  // How many of `bytes` the first record takes, line end included; 0 when it does not end here.
  std::size_t (*record_length)(std::string_view bytes, bool quotes);

  // A parser for the wanted fields; with a header, `header` is that record. A field the header does
  // not name is a fault.
  std::unique_ptr<RecordParser> (*parser)(std::span<const std::string> wanted,
                                          std::string_view header, bool quotes,
                                          std::optional<Fault>& fault);

  // Which records besides blank lines say nothing, such as comments; null: none.
  bool (*skipped)(std::string_view record) = nullptr;

  // Whether a record, skipped or not, may follow those before it; null: any may. `state` belongs to
  // the format and is 0 at the first record; `last` at the end of the file.
  std::optional<Fault> (*order)(int& state, std::string_view record, bool last) = nullptr;

  // Set where records cannot be cut out of the bytes one by one: makes them from the whole file,
  // for record_length and parser to read. nullopt after a problem.
  std::optional<WholeRecords> (*whole)(const Format& format, const InputFile& file,
                                       Diagnostics& problems) = nullptr;
};

std::span<const Format* const> all_formats();

// By name, or by the longest ending that fits `path` when the name is empty; nullptr when unknown.
const Format* find_format(std::string_view name, std::string_view path);

}  // namespace keur
