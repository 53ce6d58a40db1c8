// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>

namespace keur {
namespace {

constexpr std::size_t max_depth = 32;
constexpr std::size_t max_nodes = 100'000;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Thrown out of an event to stop the parser; the diagnostic is already recorded.
struct Stop {};

// The first byte that is in no text file. yaml-cpp takes NUL for a sign of UTF-16 and stops at EOT
// (0x04) as if the file ended there: gates behind it would be seen by a reader and judged by
// nobody.
std::size_t control_character_at(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           c == 0x7F;
  });
  return static_cast<std::size_t>(found - text.begin());
}

// Whether the quote at `open` is closed at all. yaml-cpp takes the end of the file for its end too:
// whatever stands behind a forgotten quote would become text.
bool quote_is_closed(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    const bool escaped = quote == '"' ? text[i] == '\\' : text.substr(i, 2) == "''";
    if (escaped)
      ++i;
    else if (text[i] == quote)
      return true;
  }
  return false;
}

// Builds the tree from yaml-cpp's events. The events see what its node tree hides: tags, anchors,
// aliases and every key of a map.
class Builder : public YAML::EventHandler {
 public:
  // `text` is without byte order mark.
  Builder(std::string_view text, std::string file, Diagnostics& problems)
      : text_(text), file_(std::move(file)), problems_(problems) {}

  std::optional<Yaml> root;
  Span begin;  // of the first value

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    Yaml nothing = node(Yaml::Kind::scalar, mark);
    // The mark of a value that is not there is that of whatever comes next.
    if (!levels_.empty() && levels_.back().key) nothing.span = levels_.back().key->span;
    place(std::move(nothing));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse("suite-yaml-alias", mark, 1, "an alias (*name) is not allowed here",
           "write the value out: a suite says everything once, in plain sight");
    place(node(Yaml::Kind::scalar, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Yaml scalar = node(Yaml::Kind::scalar, mark);
    scalar.scalar = value;
    scalar.quoted = tag == "!";
    scalar.span.length = value.size() + (scalar.quoted ? 2 : 0);
    if (const char first = at(mark); (first == '"' || first == '\'') &&
                                     !quote_is_closed(text_, static_cast<std::size_t>(mark.pos)))
      refuse("suite-yaml-syntax", mark, 1, "the quote that opens here is never closed",
             "everything behind it would be text: close it");
    place(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Yaml::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Yaml::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    Yaml node;
    std::optional<Yaml> key;                   // of a map, once read and until its value is
    std::map<std::string, std::size_t> lines;  // of the keys so far
  };

  char at(const YAML::Mark& mark) const {
    const auto position = static_cast<std::size_t>(mark.pos);
    return position < text_.size() ? text_[position] : '\0';
  }

  Yaml node(Yaml::Kind kind, const YAML::Mark& mark) {
    if (++nodes_ > max_nodes) {
      refuse("suite-too-large", mark, 1, fmt::format("more than {} values", max_nodes), "");
      throw Stop{};
    }
    Yaml made;
    made.kind = kind;
    made.span = {file_, static_cast<std::size_t>(mark.line) + 1,
                 static_cast<std::size_t>(mark.column) + 1, 1};
    if (nodes_ == 1) begin = made.span;
    return made;
  }

  void refuse(const char* code, const YAML::Mark& mark, std::size_t length, std::string message,
              std::string hint) {
    problems_.push_back({code,
                         Severity::error,
                         {file_, static_cast<std::size_t>(mark.line) + 1,
                          static_cast<std::size_t>(mark.column) + 1, length},
                         std::move(message),
                         "",
                         std::move(hint)});
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      refuse("suite-yaml-anchor", mark, 1, "an anchor (&name) is not allowed here",
             "write the value out where it is needed");
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    // yaml-cpp gives quoted text the tag "!", which may also be written out.
    if (!tag.empty() && tag != "?" && (tag != "!" || at(mark) == '!'))
      refuse("suite-yaml-tag", mark, 1, "a tag (!name) is not allowed here",
             "remove it: every key knows the type of its value");
  }

  void open(Yaml::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (levels_.size() >= max_depth) {
      refuse("suite-too-deep", mark, 1, fmt::format("nested deeper than {} levels", max_depth), "");
      throw Stop{};
    }
    levels_.push_back({node(kind, mark), std::nullopt, {}});
  }

  void close() {
    Yaml done = std::move(levels_.back().node);
    levels_.pop_back();
    place(std::move(done));
  }

  void place(Yaml value) {
    if (levels_.empty()) {
      root = std::move(value);
      return;
    }
    Level& level = levels_.back();
    if (level.node.kind == Yaml::Kind::list) {
      level.node.items.push_back(std::move(value));
    } else if (!level.key) {
      check_key(level, value);
      level.key = std::move(value);
    } else {
      level.node.entries.push_back({std::move(*level.key), std::move(value)});
      level.key.reset();
    }
  }

  void check_key(Level& level, const Yaml& key) {
    if (key.kind != Yaml::Kind::scalar) {
      problems_.push_back(
          {"suite-key-not-text", Severity::error, key.span, "a key must be a plain word", "", ""});
      return;
    }
    if (key.scalar == "<<" && !key.quoted)
      problems_.push_back({"suite-yaml-merge", Severity::error, key.span,
                           "a merge key (<<) is not allowed here", "",
                           "write the keys out where they are needed"});
    const auto [first, added] = level.lines.try_emplace(key.scalar, key.span.line);
    if (!added)
      problems_.push_back({"suite-duplicate-key", Severity::error, key.span,
                           fmt::format("'{}' is given twice", key.scalar),
                           fmt::format("first given on line {}", first->second),
                           "keep one of the two"});
  }

  std::string_view text_;
  std::string file_;
  Diagnostics& problems_;
  std::vector<Level> levels_;
  std::size_t nodes_ = 0;
};

Diagnostic whole_file(const std::string& file, const char* code, std::string message,
                      std::string hint) {
  return {code, Severity::error, {file, 0, 0, 0}, std::move(message), "", std::move(hint)};
}

// Where a second document begins, if one does.
std::optional<Span> second_document(YAML::Parser& parser, std::string_view text,
                                    const std::string& file) {
  Diagnostics ignored;
  Builder second(text, file, ignored);
  try {
    if (!parser.HandleNextDocument(second)) return std::nullopt;
  } catch (const Stop&) {
    // Too deep or too large, but there.
  }
  return second.begin;
}

Diagnostic control_character(std::string_view text, const std::string& file, std::size_t position) {
  const std::string_view before = text.substr(0, position);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t column = position - (before.rfind('\n') + 1) + 1;  // npos + 1 is 0
  return {"suite-control-character",
          Severity::error,
          {file, line, column, 1},
          fmt::format("a control character (0x{:02X}) is not allowed here",
                      static_cast<unsigned char>(text[position])),
          "",
          "delete it: most editors do not show it; or save the file as UTF-8"};
}

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name.scalar == key) return &value;
  return nullptr;
}

std::optional<Yaml> read_yaml(std::string_view text, const std::string& file,
                              Diagnostics& problems) {
  if (text.size() > largest_suite) {
    problems.push_back(whole_file(file, "suite-too-large",
                                  fmt::format("the file is larger than {} bytes", largest_suite),
                                  "a suite names data files, it does not hold data"));
    return std::nullopt;
  }
  // yaml-cpp takes one byte order mark away, and places are counted behind it.
  const std::string with_mark(text);
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (const std::size_t position = control_character_at(text); position < text.size()) {
    problems.push_back(control_character(text, file, position));
    return std::nullopt;
  }
  const std::size_t before = problems.size();
  Builder builder(text, file, problems);
  try {
    std::istringstream stream{with_mark};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      problems.push_back(whole_file(file, "suite-empty", "the file holds no suite",
                                    "start from suites/demo.yaml"));
      return std::nullopt;
    }
    if (problems.size() == before)
      if (const auto second = second_document(parser, text, file))
        problems.push_back({"suite-several-documents", Severity::error, *second,
                            "a second document begins here", "",
                            "one suite, one file: remove the line '---'"});
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    // yaml-cpp reports some faults on the line before them; "near" is all that can be promised.
    Span span{file, 0, 0, 1};
    if (!error.mark.is_null()) {
      span.line = static_cast<std::size_t>(error.mark.line) + 1;
      span.column = static_cast<std::size_t>(error.mark.column) + 1;
    }
    problems.push_back({"suite-yaml-syntax", Severity::error, span,
                        fmt::format("this is not valid YAML near here: {}", error.msg), "",
                        "look at the indentation, quotes and brackets on this line and the next"});
    return std::nullopt;
  }
  return builder.root;
}

void sort_by_place(Diagnostics& problems, std::size_t from) {
  std::stable_sort(problems.begin() + static_cast<std::ptrdiff_t>(from), problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.span.line, a.span.column) <
                            std::tie(b.span.line, b.span.column);
                   });
}

}  // namespace keur
