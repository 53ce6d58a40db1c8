// SPDX-License-Identifier: Apache-2.0
#include "harness/suite/read_limit.h"

#include <fmt/format.h>

#include "harness/suite/scalar.h"
#include "harness/suite/spelling.h"

namespace keur {
namespace {

const std::vector<std::string> limit_keys = {"at_most",        "at_least", "at_most_ratio",
                                             "at_least_ratio", "within",   "within_ratio"};

class Reader {
 public:
  Reader(const Keys& keys, const Yaml& entry, Gate& gate, Diagnostics& problems)
      : keys_(keys), entry_(entry), gate_(gate), problems_(problems) {}

  void read() {
    const Yaml* found = nullptr;
    std::string key;
    for (const std::string& candidate : limit_keys) {
      const Yaml* value = keys_.find(candidate);
      if (!value) continue;
      if (found) {
        refuse("gate-two-limits", value->span,
               fmt::format("'{}' and '{}' in one gate", key, candidate), "",
               "a gate has one limit: write two gates");
        continue;
      }
      found = value;
      key = candidate;
    }
    if (!found) {
      refuse("gate-no-limit", entry_.span, "this gate has no limit", "",
             "add one of: " + listed(limit_keys));
      return;
    }
    gate_.direction = key.starts_with("at_most")    ? Direction::at_most
                      : key.starts_with("at_least") ? Direction::at_least
                                                    : Direction::within;
    gate_.limit_text = found->scalar;
    const bool contrast = keys_.has("compare");
    if (key.ends_with("_ratio")) {
      gate_.quantity = GateQuantity::ratio;
      read_ratio_limit(*found, key, contrast);
    } else if (gate_.direction == Direction::within && !contrast) {
      refuse("gate-parity-without-contrast", found->span,
             "parity is of two things, and this gate compares nothing", "",
             "add compare: and reference: of a group, or write at_most");
    } else if (contrast) {
      gate_.quantity = GateQuantity::difference;
      read_difference_limit(*found, key);
    } else {
      read_value_limit(*found, key);
    }
  }

 private:
  void read_ratio_limit(const Yaml& value, const std::string& key, bool contrast) {
    if (const auto ratio = read_number(value, key, problems_)) {
      gate_.limit = *ratio;
      gate_.limit_text += "x";
      if (*ratio <= 0)
        refuse("gate-limit-range", value.span, "a ratio must be above zero", "",
               "1 means: the same");
      else if (*ratio <= 1 && gate_.direction == Direction::within)
        refuse("gate-limit-range", value.span, "a margin must be above 1", "",
               "1.25 means: between 0.8 and 1.25");
    }
    if (!contrast)
      refuse("gate-ratio-without-contrast", value.span, "a ratio needs something to compare with",
             "", "add compare: condition, or compare: and reference: of a group");
  }

  void read_difference_limit(const Yaml& value, const std::string& key) {
    if (value.kind == Yaml::Kind::scalar) {
      if (const auto points = points_of(value.scalar)) {
        gate_.limit = *points;
        if (*points <= 0 && gate_.direction == Direction::within)
          refuse("gate-limit-range", value.span, "a margin must be above zero", "",
                 "3 points means: between -3 and 3 points");
        return;
      }
    }
    refuse("gate-limit-unit", value.span,
           fmt::format("'{}' limits a difference and needs the unit points", key),
           "percent of what?", "write 3 points: three percentage points");
  }

  void read_value_limit(const Yaml& value, const std::string& key) {
    if (value.kind == Yaml::Kind::scalar && points_of(value.scalar)) {
      refuse("gate-limit-unit", value.span,
             "points limit a difference, and this gate compares nothing", "",
             "write a percentage, or add compare:");
      return;
    }
    if (const auto limit = read_proportion(value, key, problems_)) {
      gate_.limit = *limit;
      if (*limit < 0)
        refuse("gate-limit-range", value.span, "a limit below zero can never be met", "", "");
    }
  }

  void refuse(const char* code, const Span& span, std::string message, std::string label,
              std::string hint) {
    problems_.push_back(
        {code, Severity::error, span, std::move(message), std::move(label), std::move(hint)});
  }

  const Keys& keys_;
  const Yaml& entry_;
  Gate& gate_;
  Diagnostics& problems_;
};

}  // namespace

void read_limit(const Keys& keys, const Yaml& entry, Gate& gate, Diagnostics& problems) {
  Reader(keys, entry, gate, problems).read();
}

}  // namespace keur
