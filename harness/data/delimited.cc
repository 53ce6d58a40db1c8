// SPDX-License-Identifier: Apache-2.0
#include "harness/data/delimited.h"

#include <csv.h>
#include <fmt/format.h>

#include "harness/data/bad_bytes.h"

namespace keur {
namespace {

// The fields of one record, cut by libcsv.
class Cutter {
 public:
  Cutter(char delimiter, bool quotes) : delimiter_(delimiter), quotes_(quotes) { start(); }
  Cutter(const Cutter&) = delete;
  Cutter& operator=(const Cutter&) = delete;
  ~Cutter() { csv_free(&parser_); }

  std::optional<Fault> cut(std::string_view record) {
    bytes_.clear();
    ends_.clear();
    rows_ = 0;
    const auto field = [](void* data, std::size_t length, void* self) {
      auto& cutter = *static_cast<Cutter*>(self);
      if (data) cutter.bytes_.append(static_cast<const char*>(data), length);
      cutter.ends_.push_back(cutter.bytes_.size());
    };
    const auto row = [](int, void* self) { ++static_cast<Cutter*>(self)->rows_; };
    const bool whole =
        csv_parse(&parser_, record.data(), record.size(), field, row, this) == record.size();
    if (whole && csv_fini(&parser_, field, row, this) == 0) {
      // libcsv ends a row at a carriage return too; what follows would pass for further fields.
      if (rows_ <= 1) return std::nullopt;
      return Fault{"data-csv-carriage-return", "a carriage return stands inside an unquoted field",
                   "quote the field; lines end with a line feed", 0, 0};
    }
    csv_free(&parser_);
    start();
    return Fault{"data-csv-quote",
                 whole ? "a double quote is opened here and never closed"
                       : "a double quote stands where none may stand",
                 "double the quotes inside a quoted field, or say quotes: false", 0, 0};
  }

  std::size_t count() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }

 private:
  void start() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
    if (!quotes_) csv_set_quote(&parser_, 0);
    // Spaces belong to the field: libcsv would strip them.
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
  }

  csv_parser parser_{};
  char delimiter_;
  bool quotes_;
  std::string bytes_;
  std::vector<std::size_t> ends_;
  int rows_ = 0;
};

class DelimitedParser : public RecordParser {
 public:
  DelimitedParser(char delimiter, bool quotes, std::vector<std::size_t> columns, std::size_t width)
      : cutter_(delimiter, quotes), columns_(std::move(columns)), width_(width) {}

  std::optional<Fault> parse(char* record, std::size_t length,
                             std::span<FieldValue> values) override {
    const std::string_view bytes(record, length);
    // libcsv takes any bytes, and a NUL for the quote of a file without quotes.
    if (auto fault = bad_bytes(bytes)) return fault;
    if (auto fault = cutter_.cut(bytes)) return fault;
    if (cutter_.count() != width_)
      return Fault{"data-csv-width",
                   fmt::format("{} fields where the first line names {}", cutter_.count(), width_),
                   "a field that holds the delimiter must be quoted", 0, 0};
    for (std::size_t i = 0; i < columns_.size(); ++i)
      values[i] = {FieldValue::State::text, cutter_[columns_[i]]};
    return std::nullopt;
  }

 private:
  Cutter cutter_;
  std::vector<std::size_t> columns_;
  std::size_t width_;
};

}  // namespace

std::size_t delimited_record_length(std::string_view bytes, bool quotes) {
  // A doubled quote closes and opens again, so parity alone tells inside from outside.
  bool inside = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    i = bytes.find_first_of(quotes ? "\"\n" : "\n", i);
    if (i == std::string_view::npos) break;
    if (bytes[i] == '"')
      inside = !inside;
    else if (!inside)
      return i + 1;
  }
  return 0;
}

std::vector<std::string> delimited_names(std::string_view header, char delimiter,
                                         std::optional<Fault>& fault) {
  std::vector<std::string> names;
  Cutter cutter(delimiter, true);
  fault = bad_bytes(header);
  if (!fault) fault = cutter.cut(header);
  if (fault) return names;
  for (std::size_t i = 0; i < cutter.count(); ++i) names.emplace_back(cutter[i]);
  return names;
}

std::string delimited_record(std::span<const std::string> fields, char delimiter) {
  const char marks[] = {'"', '\r', '\n', delimiter};
  std::string record;
  // Without quotes a record of nothing but blanks would pass for a blank line, and what looks like
  // a byte order mark at the beginning of a file for one.
  bool quote_first = true;
  for (const std::string& field : fields)
    quote_first &= field.find_first_not_of(" \t") == std::string::npos;
  quote_first |= !fields.empty() && fields[0].starts_with("\xEF\xBB\xBF");
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) record += delimiter;
    if ((i > 0 || !quote_first) &&
        fields[i].find_first_of(std::string_view(marks, 4)) == std::string::npos) {
      record += fields[i];
      continue;
    }
    record += '"';
    for (const char c : fields[i]) {
      if (c == '"') record += '"';
      record += c;
    }
    record += '"';
  }
  return record + "\n";
}

std::unique_ptr<RecordParser> delimited_parser(std::span<const std::string> wanted,
                                               std::string_view header, char delimiter, bool quotes,
                                               std::optional<Fault>& fault) {
  Cutter cutter(delimiter, quotes);
  fault = bad_bytes(header);
  if (!fault) fault = cutter.cut(header);
  if (fault) return nullptr;
  std::string names;
  for (std::size_t i = 0; i < cutter.count(); ++i)
    names += (i ? ", " : "") + std::string(cutter[i]);

  std::vector<std::size_t> columns;
  for (const std::string& name : wanted) {
    std::size_t found = cutter.count();
    for (std::size_t i = 0; i < cutter.count(); ++i) {
      if (cutter[i] != name) continue;
      if (found != cutter.count()) {
        fault = Fault{"data-duplicate-field", fmt::format("column '{}' is named twice", name), "",
                      0, 0};
        return nullptr;
      }
      found = i;
    }
    if (found == cutter.count()) {
      fault = Fault{"data-missing-field", fmt::format("there is no column '{}'", name),
                    "columns here: " + names, 0, 0};
      return nullptr;
    }
    columns.push_back(found);
  }
  return std::make_unique<DelimitedParser>(delimiter, quotes, std::move(columns), cutter.count());
}

}  // namespace keur
