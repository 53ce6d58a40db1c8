// SPDX-License-Identifier: Apache-2.0
// A vector file read to the last number: what a test neither compared nor used as input nor set
// aside with a reason fails it, so a number added to the file cannot go unseen.
//
//   VectorFile file("proportions");
//   for (VectorCase& one : file.cases()) {
//     const double x = one.given("x");
//     one.expect("wilson", wilson(x, ...));
//   }
//   file.finish();  // prints how many numbers were compared
//
// A key is that of a case, or a JSON pointer into it: /ci/0.95/lower.
#pragma once
#include <cstdio>
#include <map>
#include <optional>
#include <set>

#include "metrics/estimate/support_test.h"

namespace keur {

class VectorCase {
 public:
  explicit VectorCase(nlohmann::json content) : content_(std::move(content)) {
    const nlohmann::json flat = content_.flatten();
    for (const auto& leaf : flat.items()) open_.insert(leaf.key());
  }

  bool has(const std::string& key) const { return content_.contains(pointer(key)); }
  std::string name() const { return content_.value("name", ""); }

  // An input, or the part of a case that a test walks through.
  nlohmann::json given(const std::string& key) {
    close(key);
    return content_.at(pointer(key));
  }
  // Text about the numbers, or a number that another program computes otherwise; say why.
  void aside(const std::string& key) { close(key); }

  void expect(const std::string& key, double actual, double floor = 1e-12) {
    INFO(key);
    const nlohmann::json expected = compared(key);
    REQUIRE(expected.is_number());
    same(actual, expected.get<double>(), floor);
  }
  void expect(const std::string& key, Interval actual, double floor = 1e-12) {
    expect(key, std::vector<double>{actual.lower, actual.upper}, floor);
  }
  void expect(const std::string& key, const std::vector<double>& actual, double floor = 1e-12) {
    INFO(key);
    const nlohmann::json expected = compared(key);
    REQUIRE(expected.size() == actual.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
      same(actual[i], expected[i].get<double>(), floor);
  }
  // null where nothing is to be had.
  template <typename Number>
  void expect(const std::string& key, const std::optional<Number>& actual) {
    INFO(key);
    REQUIRE(actual.has_value() == !content_.at(pointer(key)).is_null());
    if (actual)
      expect(key, static_cast<double>(*actual));
    else
      compared(key);
  }
  // Equal to the last bit: whole numbers, words, verdicts.
  template <typename Exact>
  void expect_exactly(const std::string& key, const Exact& actual) {
    INFO(key);
    CHECK(compared(key) == nlohmann::json(actual));
  }

  const std::set<std::string>& open() const { return open_; }
  int numbers_compared() const { return numbers_compared_; }

 private:
  static nlohmann::json::json_pointer pointer(const std::string& key) {
    if (!key.empty() && key[0] == '/') return nlohmann::json::json_pointer(key);
    return nlohmann::json::json_pointer() / key;
  }
  int close(const std::string& key) {
    const std::string prefix = pointer(key).to_string();
    int closed = 0;
    for (auto leaf = open_.lower_bound(prefix); leaf != open_.end() && leaf->starts_with(prefix);)
      if (leaf->size() == prefix.size() || (*leaf)[prefix.size()] == '/') {
        leaf = open_.erase(leaf);
        ++closed;
      } else {
        ++leaf;
      }
    return closed;
  }
  nlohmann::json compared(const std::string& key) {
    numbers_compared_ += close(key);
    return content_.at(pointer(key));
  }

  nlohmann::json content_;
  std::set<std::string> open_;  // JSON pointers of the leaves nobody has asked for
  int numbers_compared_ = 0;
};

class VectorFile {
 public:
  explicit VectorFile(std::string name) : name_(std::move(name)) {
    for (const auto& one : vector_cases(name_)) cases_.emplace_back(one);
  }

  std::vector<VectorCase>& cases() { return cases_; }
  // What stands beside the cases, for all of them.
  nlohmann::json shared(const std::string& key) const {
    std::ifstream file(KEUR_SOURCE_DIR "/fixtures/vectors/" + name_ + ".json");
    return nlohmann::json::parse(file).at(key);
  }
  VectorCase& named(const std::string& name) {
    for (VectorCase& one : cases_)
      if (one.name() == name) return one;
    FAIL("no case " << name << " in " << name_);
    return cases_.front();
  }

  void finish() const {
    int compared = 0;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      compared += cases_[i].numbers_compared();
      for (const std::string& leaf : cases_[i].open())
        FAIL_CHECK(name_ << ".json, case " << i << " (" << cases_[i].name() << "): " << leaf
                         << " was not looked at");
    }
    CHECK(compared > 0);
    std::printf("vectors/%-28s %4zu cases %5d values compared\n", (name_ + ".json").c_str(),
                cases_.size(), compared);
  }

 private:
  std::string name_;
  std::vector<VectorCase> cases_;
};

}  // namespace keur
