// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/suite/keys.h"
#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<Key> file_keys = {
    {"keur_terms", true, "the version of this file format: 1"},
    {"language", true, "nl or en"},
    {"concepts", true, "[{id, type, terms}]"},
};
const std::vector<Key> concept_keys = {
    {"id", true, "a short name for the concept"},
    {"type", true, "drug, diagnosis, symptom, ..."},
    {"terms", true, "every way to say it: [hartinfarct, myocardinfarct]"},
};

class Reader {
 public:
  explicit Reader(Diagnostics& problems) : problems_(problems) {}

  TermList read(const Yaml& root) {
    const Keys keys(root, "the term list", file_keys, problems_);
    const auto format = keys.text("keur_terms");
    if (!format.name.empty() && format.name != "1")
      refuse("suite-format", format.span,
             fmt::format("this program reads term lists of format 1, not '{}'", format.name), "");
    list_.language = one_of(keys, "language", {"nl", "en"});
    for (const Yaml* entry : entries(keys, "concepts")) read_concept(*entry);
    return std::move(list_);
  }

 private:
  void refuse(const char* code, const Span& span, std::string message, std::string hint) {
    problems_.push_back({code, Severity::error, span, std::move(message), "", std::move(hint)});
  }

  std::string one_of(const Keys& keys, const char* key, const std::vector<std::string>& allowed) {
    const auto value = keys.text(key);
    if (value.name.empty() ||
        std::find(allowed.begin(), allowed.end(), value.name) != allowed.end())
      return value.name;
    const std::string near = nearest(value.name, allowed);
    problems_.push_back({"suite-unknown-choice", Severity::error, value.span,
                         fmt::format("'{}' cannot be '{}'", key, value.name),
                         near.empty() ? "" : fmt::format("did you mean '{}'?", near),
                         "choose from: " + listed(allowed)});
    return "";
  }

  std::vector<const Yaml*> entries(const Keys& keys, const char* key) {
    std::vector<const Yaml*> all;
    const Yaml* list = keys.find(key);
    if (!list) return all;
    if (list->kind != Yaml::Kind::list || list->items.empty())
      refuse("suite-empty-list", list->span, fmt::format("'{}' must be a list with an entry", key),
             "a term list without terms counts nothing");
    else
      for (const Yaml& item : list->items) all.push_back(&item);
    return all;
  }

  void read_concept(const Yaml& entry) {
    static const std::vector<std::string> types = [] {
      std::vector<std::string> names;
      for (const auto& [type, name] : concept_types) names.emplace_back(name);
      return names;
    }();
    const Keys keys(entry, "a concept", concept_keys, problems_);
    Concept read;
    const auto id = keys.text("id");
    read.id = id.name;
    if (!id.name.empty())
      if (const auto [known, is_new] = ids_.try_emplace(id.name, id.span.line); !is_new)
        refuse("suite-duplicate-id", id.span,
               fmt::format("concept '{}' exists already on line {}", id.name, known->second), "");
    read.type = concept_type(one_of(keys, "type", types)).value_or(ConceptType::other);
    for (const Yaml* term : entries(keys, "terms")) {
      const auto text = read_text(*term, "terms", problems_);
      if (!text) continue;
      if (const auto [known, is_new] = terms_.try_emplace(*text, term->span.line); !is_new)
        refuse("suite-duplicate-term", term->span,
               fmt::format("'{}' is a term already, on line {}", *text, known->second),
               "a term means one concept");
      read.terms.push_back(*text);
    }
    list_.concepts.push_back(std::move(read));
  }

  Diagnostics& problems_;
  TermList list_;
  std::map<std::string, std::size_t> ids_, terms_;  // where each was first seen
};

}  // namespace

std::optional<TermList> read_terms(const std::string& path, const std::string& text,
                                   Diagnostics& problems) {
  const std::size_t before = problems.size();
  const auto root = read_yaml(text, path, problems);
  TermList list;
  if (root) list = Reader(problems).read(*root);
  sort_by_place(problems, before);
  if (!root || problems.size() != before) return std::nullopt;
  return list;
}

}  // namespace keur
