// SPDX-License-Identifier: Apache-2.0
#include "harness/run/case_reader.h"

#include <fmt/format.h>

namespace keur {
namespace {

// Fixed places in CaseReader::wanted_; an unmapped field wants the id again and is not looked at.
enum : std::size_t { id_field, cluster_field, condition_field, pair_field, first_group };

constexpr std::string_view no_level = "(none)";

std::unique_ptr<RecordParser> make_parser(const Source& source,
                                          const std::vector<std::string>& wanted,
                                          const std::string& header, Diagnostics& problems) {
  std::optional<Fault> fault;
  auto parser = source.format->parser(wanted, header, source.quotes, fault);
  if (!parser) add_fault(source, {0, 0, 1}, *fault, problems);
  return parser;
}

bool has_text(const FieldValue& value) { return value.state == FieldValue::State::text; }

}  // namespace

std::optional<CaseReader> CaseReader::make(const Task& task, const Source& source,
                                           const std::string& header, Diagnostics& problems) {
  CaseReader reader(task, source);
  const std::string& id = task.cases.id.name;
  const auto or_id = [&](const std::string& name) { return name.empty() ? id : name; };
  reader.wanted_ = {id, task.cluster.name, task.condition ? task.condition->field.name : id,
                    task.condition ? or_id(task.condition->pair.name) : id};
  for (const Named& group : task.groups) reader.wanted_.push_back(group.name);
  for (const Named& field : task.cases.fields) reader.wanted_.push_back(or_id(field.name));
  reader.values_.resize(reader.wanted_.size());
  reader.texts_.resize(task.cases.fields.size());
  reader.parser_ = make_parser(source, reader.wanted_, header, problems);
  if (!reader.parser_) return std::nullopt;
  return reader;
}

bool CaseReader::require(std::size_t field, const RecordPlace& place, Diagnostics& problems) const {
  const FieldValue& value = values_[field];
  if (has_text(value) && !value.text.empty()) return true;
  add_fault(*source_, place,
            {"data-missing-field",
             fmt::format("'{}' is {}", wanted_[field],
                         value.state == FieldValue::State::absent ? "not there"
                         : value.state == FieldValue::State::null ? "null"
                                                                  : "empty"),
             "every case needs it", 0, 0},
            problems);
  return false;
}

const FieldTexts* CaseReader::read(char* record, const RecordPlace& place, Entry& entry,
                                   Diagnostics& problems) {
  if (const auto fault = parser_->parse(record, place.length, values_)) {
    add_fault(*source_, place, *fault, problems);
    return nullptr;
  }
  // Also of a case that is incomplete: its output has an owner.
  if (has_text(values_[id_field]))
    entry.case_id = case_id(values_[id_field].text, source_->id_is_path);
  bool complete = require(id_field, place, problems);
  if (complete && entry.case_id.empty()) {
    add_fault(*source_, place,
              {"data-missing-field", fmt::format("'{}' names a folder", wanted_[id_field]),
               "a case is known by the name of a file, without folders and ending", 0, 0},
              problems);
    complete = false;
  }
  complete &= require(cluster_field, place, problems);
  if (task_->condition) {
    complete &= require(condition_field, place, problems);
    if (!task_->condition->pair.name.empty()) complete &= require(pair_field, place, problems);
  }
  const std::size_t first_text = first_group + task_->groups.size();
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const FieldValue& value = values_[first_text + i];
    const bool mapped = !task_->cases.fields[i].name.empty();
    texts_[i] = mapped && has_text(value) ? std::optional(value.text) : std::nullopt;
    if (mapped && task_->family->case_fields[i].required && !texts_[i]) {
      // Empty text is a value here: nothing was said.
      add_fault(*source_, place,
                {"data-missing-field",
                 fmt::format("'{}' is {}", wanted_[first_text + i],
                             value.state == FieldValue::State::null ? "null" : "not there"),
                 "every case needs it; empty text is written \"\"", 0, 0},
                problems);
      complete = false;
    }
  }
  if (!complete) return nullptr;

  entry.cluster = values_[cluster_field].text;
  if (task_->condition) {
    entry.condition = values_[condition_field].text;
    if (!task_->condition->pair.name.empty()) entry.pair = values_[pair_field].text;
  }
  for (std::size_t i = 0; i < task_->groups.size(); ++i) {
    const FieldValue& value = values_[first_group + i];
    entry.groups.emplace_back(has_text(value) && !value.text.empty() ? value.text : no_level);
  }
  return &texts_;
}

std::optional<OutputReader> OutputReader::make(const Task& task, const Source& source,
                                               const std::string& header, Diagnostics& problems) {
  OutputReader reader(task, source);
  for (const Named& field : task.outputs.fields)
    reader.wanted_.push_back(field.name.empty() ? task.outputs.id.name : field.name);
  reader.texts_.resize(reader.wanted_.size());
  reader.wanted_.push_back(task.outputs.id.name);
  reader.values_.resize(reader.wanted_.size());
  reader.parser_ = make_parser(source, reader.wanted_, header, problems);
  if (!reader.parser_) return std::nullopt;
  return reader;
}

std::optional<OutputIndex::Number> OutputReader::find(const OutputIndex& index,
                                                      std::string_view id) {
  const auto found = index.find(id, next_, [&](OutputIndex::Number number) {
    place_ = index.place(number);
    fault_ = parser_->parse(fetcher_.fetch(place_), place_.length, values_);
    // A record that cannot be read whole is taken for the one its hash says it is.
    return fault_ || case_id(values_.back().text, source_->id_is_path) == id;
  });
  if (found) next_ = *found + 1;
  return found;
}

const FieldTexts* OutputReader::read(bool found, Entry& entry, Diagnostics& problems) {
  if (!found) {
    std::fill(texts_.begin(), texts_.end(), std::nullopt);
    entry.status = Status::missing;
    return &texts_;
  }
  if (fault_) {
    add_fault(*source_, place_, *fault_, problems);
    return nullptr;
  }
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    texts_[i] = std::nullopt;
    if (task_->outputs.fields[i].name.empty()) continue;
    if (has_text(values_[i])) {
      texts_[i] = values_[i].text;
    } else if (task_->family->output_fields[i].required) {
      if (values_[i].state == FieldValue::State::absent) {
        add_fault(*source_, place_,
                  {"data-missing-field", fmt::format("'{}' is not there", wanted_[i]),
                   "write null where the tool gave nothing: it counts as an empty output", 0, 0},
                  problems);
        return nullptr;
      }
      entry.status = Status::errored;
    }
  }
  if (entry.status == Status::errored) std::fill(texts_.begin(), texts_.end(), std::nullopt);
  return &texts_;
}

}  // namespace keur
