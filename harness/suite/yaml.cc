// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace keur {
namespace {

constexpr std::size_t max_bytes = 1 << 20;
constexpr std::size_t max_depth = 32;
constexpr std::size_t max_nodes = 100'000;

// Thrown out of an event to stop the parser; the diagnostic is already recorded.
struct Stop {};

// Builds the tree from yaml-cpp's events. The events see what its node tree hides: tags, anchors,
// aliases and every key of a map.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::string file, Diagnostics& problems) : file_(std::move(file)), problems_(problems) {}

  std::optional<Yaml> root;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    place(node(Yaml::Kind::scalar, mark));
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
    std::optional<Yaml> key;  // of a map, once read and until its value is
  };

  Yaml node(Yaml::Kind kind, const YAML::Mark& mark) {
    if (++nodes_ > max_nodes) {
      refuse("suite-too-large", mark, 1, fmt::format("more than {} values", max_nodes), "");
      throw Stop{};
    }
    Yaml made;
    made.kind = kind;
    made.span = {file_, static_cast<std::size_t>(mark.line) + 1,
                 static_cast<std::size_t>(mark.column) + 1, 1};
    return made;
  }

  void refuse(const char* code, const YAML::Mark& mark, std::size_t length, std::string message,
              std::string hint) {
    problems_.push_back({code, Severity::error,
                         {file_, static_cast<std::size_t>(mark.line) + 1,
                          static_cast<std::size_t>(mark.column) + 1, length},
                         std::move(message), "", std::move(hint)});
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      refuse("suite-yaml-anchor", mark, 1, "an anchor (&name) is not allowed here",
             "write the value out where it is needed");
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      refuse("suite-yaml-tag", mark, 1, "a tag (!name) is not allowed here",
             "remove it: every key knows the type of its value");
  }

  void open(Yaml::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (levels_.size() >= max_depth) {
      refuse("suite-too-deep", mark, 1, fmt::format("nested deeper than {} levels", max_depth), "");
      throw Stop{};
    }
    levels_.push_back({node(kind, mark), std::nullopt});
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
      check_key(level.node, value);
      level.key = std::move(value);
    } else {
      level.node.entries.emplace_back(std::move(*level.key), std::move(value));
      level.key.reset();
    }
  }

  void check_key(const Yaml& map, const Yaml& key) {
    if (key.kind != Yaml::Kind::scalar) {
      problems_.push_back({"suite-key-not-text", Severity::error, key.span,
                           "a key must be a plain word", "", ""});
      return;
    }
    if (key.scalar == "<<" && !key.quoted)
      problems_.push_back({"suite-yaml-merge", Severity::error, key.span,
                           "a merge key (<<) is not allowed here", "",
                           "write the keys out where they are needed"});
    if (const Yaml* first = map.find(key.scalar)) {
      // `find` gives the value; the key stands on the same entry.
      for (const auto& [earlier, value] : map.entries)
        if (&value == first)
          problems_.push_back({"suite-duplicate-key", Severity::error, key.span,
                               fmt::format("'{}' is given twice", key.scalar),
                               fmt::format("first given on line {}", earlier.span.line),
                               "keep one of the two"});
    }
  }

  std::string file_;
  Diagnostics& problems_;
  std::vector<Level> levels_;
  std::size_t nodes_ = 0;
};

Diagnostic whole_file(const std::string& file, const char* code, std::string message,
                      std::string hint) {
  return {code, Severity::error, {file, 0, 0, 0}, std::move(message), "", std::move(hint)};
}

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name.scalar == key) return &value;
  return nullptr;
}

std::optional<Yaml> read_yaml(std::string_view text, const std::string& file,
                              Diagnostics& problems) {
  if (text.size() > max_bytes) {
    problems.push_back(whole_file(file, "suite-too-large",
                                  fmt::format("the file is larger than {} bytes", max_bytes),
                                  "a suite names data files, it does not hold data"));
    return std::nullopt;
  }
  const std::size_t before = problems.size();
  Builder builder(file, problems);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      problems.push_back(whole_file(file, "suite-empty", "the file holds no suite",
                                    "start from suites/demo.yaml"));
      return std::nullopt;
    }
    if (problems.size() == before) {
      Diagnostics ignored;
      Builder second(file, ignored);
      if (parser.HandleNextDocument(second))
        problems.push_back({"suite-several-documents", Severity::error,
                            second.root ? second.root->span : Span{file, 0, 0, 0},
                            "a second document begins here", "",
                            "one suite, one file: remove the line '---'"});
    }
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
  if (problems.size() != before) return builder.root;
  return builder.root;
}

}  // namespace keur
