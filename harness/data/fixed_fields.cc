// SPDX-License-Identifier: Apache-2.0
#include "harness/data/fixed_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/data/bad_bytes.h"

namespace keur {
namespace {

class FixedFieldsParser : public RecordParser {
 public:
  FixedFieldsParser(std::vector<std::size_t> columns, std::size_t known, ReadLine read)
      : columns_(std::move(columns)), fields_(known), read_(read) {}

  std::optional<Fault> parse(char* record, std::size_t length,
                             std::span<FieldValue> values) override {
    std::string_view line(record, length);
    if (auto fault = bad_bytes(line)) return fault;
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (auto fault = read_(line, fields_)) return fault;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      values[i] = {FieldValue::State::text, fields_[columns_[i]]};
    return std::nullopt;
  }

 private:
  std::vector<std::size_t> columns_;
  std::vector<std::string> fields_;
  ReadLine read_;
};

}  // namespace

std::optional<Fault> check_fields(std::span<const std::string> wanted,
                                  std::span<const std::string_view> known,
                                  std::string_view format) {
  for (const std::string& name : wanted)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Fault{"data-missing-field",
                   fmt::format("there is no field '{}' in the format {}", name, format),
                   fmt::format("fields here: {}", fmt::join(known, ", ")), 0, 0};
  return std::nullopt;
}

std::unique_ptr<RecordParser> fixed_fields_parser(std::span<const std::string> wanted,
                                                  std::span<const std::string_view> known,
                                                  std::string_view format, ReadLine read,
                                                  std::optional<Fault>& fault) {
  fault = check_fields(wanted, known, format);
  if (fault) return nullptr;
  std::vector<std::size_t> columns;
  for (const std::string& name : wanted)
    columns.push_back(
        static_cast<std::size_t>(std::find(known.begin(), known.end(), name) - known.begin()));
  return std::make_unique<FixedFieldsParser>(std::move(columns), known.size(), read);
}

std::size_t line_length(std::string_view bytes, bool) {
  const std::size_t end = bytes.find('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace keur
