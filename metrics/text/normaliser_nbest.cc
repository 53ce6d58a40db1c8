// SPDX-License-Identifier: Apache-2.0
// nbest: the part of the filtering rules of the N-Best 2008 evaluation (Kessens and van Leeuwen
// 2007; as they survive in variations.glm of ASR_NL_benchmark 47dc7d1) that does not depend on the
// test set: its obligatory replacements and its hesitations, after basic-1. Its lists of compounds
// and names are not here.
#include <algorithm>

#include "metrics/core/utf8.h"
#include "metrics/quantity/dutch_numbers.h"
#include "metrics/quantity/fold.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/white_space.h"

namespace keur {

const Normaliser& normaliser_basic_1();

namespace {

struct Replacement {
  std::string_view from, to;
};

// The apostrophe that starts the word is gone after basic-1, so it is looked for in the text.
constexpr Replacement after_apostrophe[] = {
    {"t", "het"}, {"n", "een"}, {"m", "hem"}, {"k", "ik"}, {"r", "er"}, {"ns", "eens"},
};
constexpr Replacement anywhere[] = {
    {"d'r", "er"},      {"z'n", "zijn"},           {"nen", "een"}, {"zometeen", "zo meteen"},
    {"goeie", "goede"}, {"etcetera", "et cetera"}, {"ie", "hij"},  {"da's", "dat is"},
};
constexpr std::string_view hesitations[] = {"uh", "uhm", "eh", "ehm", "%hesitation"};

std::string replaced(std::string_view word, bool apostrophe) {
  for (const std::string_view hesitation : hesitations)
    if (word == hesitation) return "";
  if (apostrophe)
    for (const auto& [from, to] : after_apostrophe)
      if (word == from) return std::string(to);
  for (const auto& [from, to] : anywhere)
    if (word == from) return std::string(to);
  // éénendertig is eenendertig; één by itself is told apart from een.
  bool acute = false;
  std::string plain = without_accents(word, &acute);
  if (acute && plain != "een" && dutch_cardinal(plain)) return plain;
  return std::string(word);
}

bool starts_with_apostrophe(std::string_view run) {
  for (const std::string_view mark : {"'", "\u2019", "\u2018", "\u02bc", "\u00b4", "`"})
    if (run.substr(0, mark.size()) == mark) return true;
  return false;
}

void normalise(std::string_view text, std::string& out) {
  std::string result, words;
  for_each_run(text, [&](std::string_view run) {
    normaliser_basic_1().normalise(run, words);
    bool apostrophe = starts_with_apostrophe(run);
    for (std::string_view rest = words; !rest.empty(); apostrophe = false) {
      const std::size_t length = std::min(rest.find(' '), rest.size());
      const std::string word = replaced(rest.substr(0, length), apostrophe);
      if (!word.empty()) result.append(result.empty() ? "" : " ").append(word);
      rest.remove_prefix(std::min(length + 1, rest.size()));
    }
  });
  out = std::move(result);
}

}  // namespace

const Normaliser& normaliser_nbest() {
  static constexpr Normaliser entry{
      .id = "nbest",
      .title = "the obligatory replacements and hesitations of N-Best 2008, without its word lists",
      .warning = "",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
