// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/clinical_pipeline.h"

#include <algorithm>

#include "metrics/core/utf8.h"
#include "metrics/quantity/fold.h"
#include "metrics/quantity/units.h"
#include "metrics/quantity/words.h"
#include "metrics/text/clinical_index.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/white_space.h"

namespace keur {

const Normaliser& normaliser_basic_1();

namespace {

struct Item {
  std::string text;
  std::size_t source_begin, source_end;
  bool apostrophe = false;  // one stood before it
  bool quantity = false, pressure = false;
};

// Spellings of one sign that case folding leaves apart.
constexpr Replacement one_sign[] = {
    {"\u0133", "ij"}, {"\u2103", "\u00b0c"}, {"\u2109", "\u00b0f"},
    {"\u338e", "mg"}, {"\u338d", "\u03bcg"}, {"\u338f", "kg"},
};

class Pipeline {
 public:
  Pipeline(const ClinicalOptions& options, ClinicalText& out)
      : options_(options), index_(ClinicalIndex::of(options.language)), out_(out) {}

  void run(std::string_view text) {
    out_.counts = {};
    tokenise(text);
    if (options_.does(ClinicalStep::characters)) characters();
    if (options_.does(ClinicalStep::hyphens)) hyphens();
    if (options_.does(ClinicalStep::accents)) accents();
    if (options_.does(ClinicalStep::commands)) commands();
    if (options_.does(ClinicalStep::hesitations)) remove_hesitations();
    if (options_.does(ClinicalStep::clitics)) clitics();
    if (options_.does(ClinicalStep::abbreviations)) abbreviations();
    if (options_.does(ClinicalStep::quantities)) quantities();
    if (options_.does(ClinicalStep::contexts)) contexts();
    write();
  }

 private:
  std::size_t& count(ClinicalStep step) { return out_.counts[static_cast<std::size_t>(step)]; }

  // The tokens of basic-1, which looks at one run without white space at a time.
  void tokenise(std::string_view text) {
    const Normaliser& basic = normaliser_basic_1();
    std::string words;
    for_each_run(text, [&](std::string_view run) {
      basic.normalise(run, words);
      add(run, words, static_cast<std::size_t>(run.data() - text.data()));
    });
  }

  void add(std::string_view run, std::string_view words, std::size_t source) {
    bool first = true;
    while (!words.empty()) {
      const std::size_t length = std::min(words.find(' '), words.size());
      Item item{std::string(words.substr(0, length)), source, source + run.size()};
      if (first) {
        item.apostrophe = starts_with_apostrophe(run);
        // "80 /min" is no 80 minutes.
        if (run.size() > 1 && run[0] == '/' && !items_.empty() &&
            is_plain_number(items_.back().text) &&
            !compound_unit("/" + item.text, options_.language).empty())
          item.text.insert(0, 1, '/');
      }
      first = false;
      items_.push_back(std::move(item));
      words.remove_prefix(std::min(length + 1, words.size()));
    }
  }

  static bool is_plain_number(std::string_view text) {
    return text.find_first_not_of("0123456789.,") == std::string_view::npos;
  }

  static bool starts_with_apostrophe(std::string_view run) {
    while (!run.empty() && (run[0] == '(' || run[0] == '"')) run.remove_prefix(1);
    for (const std::string_view mark : {"'", "\u2019", "\u2018", "\u02bc", "\u00b4", "`"})
      if (run.substr(0, mark.size()) == mark) return true;
    return false;
  }

  static bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  }

  void characters() {
    for (Item& item : items_) {
      if (is_ascii(item.text)) continue;
      bool changed = false;
      for (const auto& [from, to] : one_sign)
        for (std::size_t at; (at = item.text.find(from)) != std::string::npos; changed = true)
          item.text.replace(at, from.size(), to);
      count(ClinicalStep::characters) += changed;
    }
  }

  void hyphens() {
    for (Item& item : items_) {
      if (item.text.find('-') == std::string::npos) continue;
      std::string joined = range_of_words(item.text, options_.language);
      if (joined.empty()) {
        joined = item.text;
        join_hyphens(joined);
      }
      count(ClinicalStep::hyphens) += joined != item.text;
      item.text = std::move(joined);
    }
  }

  void accents() {
    for (Item& item : items_) {
      if (is_ascii(item.text)) continue;
      bool acute = false, grave = false;
      std::string plain = without_accents(item.text, &acute, &grave);
      if (acute)
        for (const std::string_view kept : index_.tables().kept_accents)
          if (plain == without_accents(kept)) plain = kept;
      // à joins two numbers and would be lost: it is looked at with the quantities.
      if (grave && plain == "a") continue;
      count(ClinicalStep::accents) += plain != item.text;
      item.text = std::move(plain);
    }
  }

  // Until none is left: what stood around one may be another.
  void commands() {
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view command : index_.tables().commands)
        for (std::size_t at = 0; at < items_.size(); ++at) {
          const std::size_t words = matches(command, at);
          if (words == 0 || stays(command, at)) continue;
          items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(at),
                       items_.begin() + static_cast<std::ptrdiff_t>(at + words));
          count(ClinicalStep::commands) += words;
          again = true;
          --at;
        }
    }
  }

  std::size_t matches(std::string_view command, std::size_t at) const {
    std::size_t words = 0;
    while (!command.empty()) {
      const std::size_t length = std::min(command.find(' '), command.size());
      if (at + words >= items_.size() || items_[at + words].text != command.substr(0, length))
        return 0;
      ++words;
      command.remove_prefix(std::min(length + 1, command.size()));
    }
    return words;
  }

  // McBurney's point, and the decimal mark of a number.
  bool stays(std::string_view command, std::size_t at) const {
    if (command == "punt") return at > 0 && items_[at - 1].text.find("burney") != std::string::npos;
    if (command != "komma" || at == 0 || at + 1 == items_.size()) return false;
    const std::string_view around[] = {items_[at - 1].text, items_[at + 1].text};
    const Words words(around, options_.language);
    return words.like_a_number(0) && words.like_a_number(1);
  }

  std::vector<std::string_view> views() const {
    std::vector<std::string_view> tokens;
    tokens.reserve(items_.size());
    for (const Item& item : items_) tokens.push_back(item.text);
    return tokens;
  }

  void remove_hesitations() {
    const std::vector<bool> is = hesitations(views(), options_.language);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      if (is[at] && !items_[at].text.empty()) continue;
      if (kept != at) items_[kept] = std::move(items_[at]);
      ++kept;
    }
    count(ClinicalStep::hesitations) += items_.size() - kept;
    items_.resize(kept);
  }

  // Puts the words of `text` in the place of [first, last).
  void replace(std::size_t first, std::size_t last, std::string_view text, const Item& like) {
    std::vector<Item> parts;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      parts.push_back(like);
      parts.back().text = text.substr(at, end - at);
      parts.back().apostrophe = false;
      at = end + 1;
    }
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(first);
    if (parts.size() == last - first) {
      std::move(parts.begin(), parts.end(), begin);
      return;
    }
    items_.insert(items_.erase(begin, items_.begin() + static_cast<std::ptrdiff_t>(last)),
                  parts.begin(), parts.end());
  }

  void clitics() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const Item& item = items_[at];
      if (item.text == "s" && at + 1 < items_.size() && index_.goes_after_s(items_[at + 1].text)) {
        Item joined = item;
        joined.source_end = items_[at + 1].source_end;
        replace(at, at + 2, "s" + items_[at + 1].text, joined);
        ++count(ClinicalStep::clitics);
        continue;
      }
      const std::string_view whole = index_.clitic(item.text, item.apostrophe);
      if (whole.empty()) continue;
      replace(at, at + 1, whole, Item(item));
      ++count(ClinicalStep::clitics);
    }
  }

  std::string spelled(std::string_view text) const {
    return options_.does(ClinicalStep::accents) ? without_accents(text) : std::string(text);
  }

  void abbreviations() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const std::string_view whole = index_.abbreviation(items_[at].text);
      if (whole.empty()) continue;
      const std::size_t before = items_.size();
      replace(at, at + 1, spelled(whole), Item(items_[at]));
      at += items_.size() - before;
      ++count(ClinicalStep::abbreviations);
    }
  }

  void quantities() {
    const std::vector<std::string_view> tokens = views();
    const std::vector<Quantity> found = find_quantities(tokens, options_.language);
    if (found.empty()) return;
    std::vector<Item> result;
    result.reserve(items_.size());
    std::size_t at = 0;
    for (const Quantity& quantity : found) {
      for (; at < quantity.first; ++at) result.push_back(std::move(items_[at]));
      const std::string text = canonical_text(quantity, options_.language);
      Item item{"", items_[at].source_begin, items_[quantity.last - 1].source_end};
      item.quantity = true;
      item.pressure = quantity.kind == QuantityKind::blood_pressure;
      std::string before;
      for (; at < quantity.last; ++at)
        before.append(before.empty() ? "" : " ").append(items_[at].text);
      count(ClinicalStep::quantities) += before != text;
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        result.push_back(item);
        result.back().text = text.substr(from, end - from);
        from = end + 1;
      }
    }
    for (; at < items_.size(); ++at) result.push_back(std::move(items_[at]));
    items_ = std::move(result);
  }

  // Words that mean something only beside a certain quantity or part of the body.
  void contexts() {
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const ContextWord* const word = index_.context(items_[at].text);
      if (word == nullptr || !applies(word->context, at)) continue;
      const std::size_t before = items_.size();
      replace(at, at + 1, spelled(word->to), Item(items_[at]));
      at += items_.size() - before;
      ++count(ClinicalStep::contexts);
    }
  }

  bool applies(ContextWord::Context context, std::size_t at) const {
    const bool last = at + 1 == items_.size();
    switch (context) {
      case ContextWord::Context::before_pressure:
        return !last && items_[at + 1].pressure;
      case ContextWord::Context::not_before_quantity:
        return last || !items_[at + 1].quantity;
      case ContextWord::Context::before_body_part:
        return !last && index_.is_body_part(items_[at + 1].text);
    }
    return false;
  }

  void write() {
    out_.text.clear();
    out_.tokens.clear();
    for (Item& item : items_) {
      if (item.text == "\u00e0" && options_.does(ClinicalStep::accents)) item.text = "a";
      if (item.text.size() > 1 && item.text[0] == '/') item.text.erase(0, 1);
      if (!out_.text.empty()) out_.text += ' ';
      const std::size_t begin = out_.text.size();
      out_.text += item.text;
      out_.tokens.push_back({begin, out_.text.size(), item.source_begin, item.source_end});
    }
  }

  const ClinicalOptions& options_;
  const ClinicalIndex& index_;
  ClinicalText& out_;
  std::vector<Item> items_;
};

constexpr ClinicalStepTitle titles[clinical_step_count] = {
    {"characters", "one spelling of ligatures and unit signs"},
    {"hyphens", "hyphens between letters removed"},
    {"accents", "accents removed, but for words they tell apart"},
    {"commands", "dictated punctuation removed"},
    {"hesitations", "hesitations removed"},
    {"clitics", "clitics and contractions written out"},
    {"abbreviations", "abbreviations written out"},
    {"quantities", "numbers, units, times, dates and frequencies in digits"},
    {"contexts", "abbreviations that only their neighbours explain"},
};

}  // namespace

std::span<const ClinicalStepTitle, clinical_step_count> clinical_steps() { return titles; }

void normalise_clinical(std::string_view text, const ClinicalOptions& options, ClinicalText& out) {
  Pipeline(options, out).run(text);
}

}  // namespace keur
