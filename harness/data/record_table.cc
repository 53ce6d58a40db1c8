// SPDX-License-Identifier: Apache-2.0
#include "harness/data/record_table.h"

#include <algorithm>

#include "harness/data/delimited.h"
#include "harness/data/json_fields.h"
#include "harness/data/record_stream.h"
#include "harness/data/text_file.h"

namespace keur {
namespace {

constexpr std::size_t most_problems_of_file = 1000;

bool is_json(const Format& format) { return format.id == "jsonl" || format.id == "json"; }
char delimiter_of(const Format& format) { return format.id == "tsv" ? '\t' : ','; }

// Calls `each` for every record, until it returns false.
template <typename Each>
void for_each_record(const InputFile& file, const Format& format, Diagnostics& problems,
                     const Each& each) {
  RecordStream stream(file, format, true);
  while (auto block = stream.next(problems))
    for (const RecordPlace& place : block->records)
      if (!each(stream.header(), block->data(place), place)) return;
}

// In a first pass, which parses but keeps nothing. Broken records are reported by the second.
std::vector<std::string> json_columns(const InputFile& file, const Format& format,
                                      RecordTable& table) {
  JsonSeen seen;
  const auto parser = json_parser({}, format.id == "json", &seen);
  Diagnostics ignored;
  for_each_record(file, format, ignored,
                  [&](const std::string&, char* record, const RecordPlace& place) {
                    parser->parse(record, place.length, {});
                    return true;
                  });
  if (seen.others_than_text) table.left_out.insert("types");
  return seen.fields;
}

std::string as_json(const RecordTable& table, bool array) {
  std::string out = array ? "[" : "";
  for (std::size_t r = 0; r < table.records.size(); ++r) {
    if (array) out += r ? ",\n  " : "\n  ";
    out += '{';
    bool first = true;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const TableCell& cell = table.records[r][c];
      if (cell.state == FieldValue::State::absent) continue;
      if (!first) out += ", ";
      first = false;
      append_json(out, table.columns[c]);
      out += ": ";
      if (cell.state == FieldValue::State::null)
        out += "null";
      else
        append_json(out, cell.text);
    }
    out += array ? "}" : "}\n";
  }
  return array ? out + "\n]\n" : out;
}

std::string as_delimited(const RecordTable& table, char delimiter) {
  std::string out = delimited_record(table.columns, delimiter);
  for (const std::vector<TableCell>& record : table.records) {
    std::vector<std::string> fields;
    for (const TableCell& cell : record) fields.push_back(cell.text);
    out += delimited_record(fields, delimiter);
  }
  return out;
}

std::string as_trn(const RecordTable& table) {
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) -
                                    table.columns.begin());
  };
  const std::size_t id = column("id"), text = column("text");
  std::string out;
  for (const std::vector<TableCell>& record : table.records) {
    std::string name = as_word(record[id].text, "unknown"), line = as_line(record[text].text);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '(' || c == ')'; }, '_');
    // It would be a comment.
    if (const std::size_t first = line.find_first_not_of(" \t");
        first != std::string::npos && std::string_view(line).substr(first).starts_with(";;"))
      line.insert(0, "_");
    out += line + (line.empty() ? "(" : " (") + name + ")\n";
  }
  return out;
}

}  // namespace

const Format* find_table_format(std::string_view format, std::string_view path) {
  constexpr std::string_view tables[] = {"csv", "folder", "json", "jsonl", "trn", "tsv"};
  const Format* found = find_format(format, path);
  if (!found || std::find(std::begin(tables), std::end(tables), found->id) == std::end(tables))
    return nullptr;
  return found;
}

RecordTable read_record_table(const InputFile& file, const Format& format, Diagnostics& problems) {
  RecordTable table;
  const std::size_t before = problems.size();
  const auto refuse = [&](std::size_t line, const Fault& fault) {
    problems.push_back({fault.code,
                        Severity::error,
                        {file.path(), line + fault.line, fault.column, fault.column ? 1U : 0U},
                        fault.message,
                        "",
                        fault.hint});
    return problems.size() - before < most_problems_of_file;
  };
  if (is_json(format)) table.columns = json_columns(file, format, table);
  if (format.id == "trn") table.columns = {"id", "speaker", "text"};
  if (format.id == "folder") {
    table.columns = {"id", "text"};
    for (const InputFile::Part& part : file.parts())
      if (!part.name.ends_with(".txt")) table.left_out.insert("all-but-text");
  }
  std::unique_ptr<RecordParser> parser;
  std::vector<FieldValue> values;
  for_each_record(file, format, problems,
                  [&](const std::string& header, char* record, const RecordPlace& place) {
                    std::optional<Fault> fault;
                    if (!parser) {
                      if (format.header)
                        table.columns = delimited_names(header, delimiter_of(format), fault);
                      if (!fault) parser = format.parser(table.columns, header, true, fault);
                      values.resize(table.columns.size());
                      if (fault) {
                        refuse(1, *fault);
                        return false;
                      }
                    }
                    if ((fault = parser->parse(record, place.length, values)))
                      return refuse(place.line, *fault);
                    table.lines.push_back(place.line);
                    table.records.emplace_back();
                    for (const FieldValue& value : values)
                      table.records.back().push_back({value.state, std::string(value.text)});
                    return true;
                  });
  return table;
}

std::string write_record_table(const RecordTable& table, const Format& format) {
  if (is_json(format)) return as_json(table, format.id == "json");
  if (format.id == "trn") return as_trn(table);
  return as_delimited(table, delimiter_of(format));
}

}  // namespace keur
