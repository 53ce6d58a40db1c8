// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/triggers.h"

#include <algorithm>
#include <array>

#include "metrics/text/tokens.h"

namespace keur::transcript {
namespace {

struct Phrase {
  std::string_view text;
  TriggerKind kind;
};

using enum TriggerKind;

constexpr Phrase phrases[] = {
    // Dutch. A pseudo-trigger holds a trigger and is therefore longer.
    {"geen", negation_before},
    {"niet", negation_before},
    {"zonder", negation_before},
    {"nooit", negation_before},
    {"noch", negation_before},
    {"nimmer", negation_before},
    {"ontkent", negation_before},
    {"ontkende", negation_before},
    {"ontken", negation_before},
    {"geen sprake van", negation_before},
    {"geen tekenen van", negation_before},
    {"geen aanwijzingen voor", negation_before},
    {"geen aanwijzing voor", negation_before},
    {"vrij van", negation_before},
    {"afwezig", negation_after},
    {"negatief", negation_after},
    {"niet aanwezig", negation_after},
    {"uitgesloten", negation_after},
    {"is uitgesloten", negation_after},
    {"wordt ontkend", negation_after},
    {"mogelijk", doubt_before},
    {"mogelijke", doubt_before},
    {"waarschijnlijk", doubt_before},
    {"waarschijnlijke", doubt_before},
    {"misschien", doubt_before},
    {"vermoedelijk", doubt_before},
    {"vermoedelijke", doubt_before},
    {"vermoeden van", doubt_before},
    {"vermoeden op", doubt_before},
    {"verdenking", doubt_before},
    {"verdenking op", doubt_before},
    {"verdacht voor", doubt_before},
    {"niet uitgesloten", doubt_after},
    {"niet uit te sluiten", doubt_after},
    {"kan niet worden uitgesloten", doubt_after},
    {"niet alleen", pseudo},
    {"niet zeker", pseudo},
    {"niet meer dan", pseudo},
    {"niet minder dan", pseudo},
    {"geen verandering", pseudo},
    {"geen toename", pseudo},
    {"geen afname", pseudo},
    {"geen verbetering", pseudo},
    {"zonder moeite", pseudo},
    {"zonder problemen", pseudo},
    {"zonder probleem", pseudo},
    {"maar", clause_end},
    {"echter", clause_end},
    {"wel", clause_end},
    {"behalve", clause_end},
    {"hoewel", clause_end},
    {"omdat", clause_end},
    {"vanwege", clause_end},
    {"wegens", clause_end},
    {"daarna", clause_end},
    {"terwijl", clause_end},
    // English.
    {"no", negation_before},
    {"not", negation_before},
    {"without", negation_before},
    {"never", negation_before},
    {"denies", negation_before},
    {"denied", negation_before},
    {"negative for", negation_before},
    {"no evidence of", negation_before},
    {"no sign of", negation_before},
    {"no signs of", negation_before},
    {"free of", negation_before},
    {"absent", negation_after},
    {"negative", negation_after},
    {"not present", negation_after},
    {"ruled out", negation_after},
    {"is ruled out", negation_after},
    {"possible", doubt_before},
    {"possibly", doubt_before},
    {"probable", doubt_before},
    {"probably", doubt_before},
    {"suspected", doubt_before},
    {"suspicion of", doubt_before},
    {"cannot be ruled out", doubt_after},
    {"not ruled out", doubt_after},
    {"not only", pseudo},
    {"not certain", pseudo},
    {"no change", pseudo},
    {"no increase", pseudo},
    {"no decrease", pseudo},
    {"without difficulty", pseudo},
    {"but", clause_end},
    {"however", clause_end},
    {"except", clause_end},
    {"although", clause_end},
    {"because", clause_end},
};
constexpr std::size_t most_words = 4;

struct Prefixed {
  std::string_view plain, prefixed;
};
constexpr Prefixed prefix_pairs[] = {
    {"stabiel", "instabiel"},       {"symptomatisch", "asymptomatisch"},
    {"regulair", "irregulair"},     {"regelmatig", "onregelmatig"},
    {"bekend", "onbekend"},         {"normaal", "abnormaal"},
    {"normale", "abnormale"},       {"volledig", "onvolledig"},
    {"rustig", "onrustig"},         {"veilig", "onveilig"},
    {"gevoelig", "ongevoelig"},     {"febriel", "afebriel"},
    {"continent", "incontinent"},   {"ritmisch", "aritmisch"},
    {"typisch", "atypisch"},        {"compliant", "incompliant"},
    {"stable", "unstable"},         {"symptomatic", "asymptomatic"},
    {"regular", "irregular"},       {"known", "unknown"},
    {"normal", "abnormal"},         {"responsive", "unresponsive"},
    {"remarkable", "unremarkable"}, {"febrile", "afebrile"},
    {"typical", "atypical"},        {"conscious", "unconscious"},
};

// stabiele is stabiel; normale, which loses a letter, has a line of its own above.
bool is_form_of(std::string_view word, std::string_view plain) {
  return word == plain ||
         (word.size() == plain.size() + 1 && word.ends_with('e') && word.starts_with(plain));
}

bool swapped(std::string_view from, std::string_view to, std::string_view one,
             std::string_view other) {
  return from.starts_with(one) && to.starts_with(other) &&
         from.substr(one.size()) == to.substr(other.size()) && from.size() > one.size() + 2;
}

}  // namespace

std::vector<Trigger> find_triggers(Words words) {
  std::vector<Trigger> found;
  std::string text;
  for (std::size_t first = 0; first < words.size();) {
    std::optional<Trigger> longest;
    text.clear();
    for (std::size_t last = first + 1; last <= words.size() && last - first <= most_words; ++last) {
      if (!text.empty()) text += ' ';
      text += words[last - 1];
      for (const Phrase& phrase : phrases)
        if (phrase.text == text) longest = Trigger{phrase.kind, {first, last}};
    }
    if (longest) found.push_back(*longest);
    first = longest ? longest->words.last : first + 1;
  }
  return found;
}

bool is_negation(std::string_view word) {
  return std::any_of(std::begin(phrases), std::end(phrases), [&](const Phrase& phrase) {
    return phrase.text == word && (phrase.kind == negation_before || phrase.kind == negation_after);
  });
}

std::optional<Opposite> opposite(std::string_view from, std::string_view to) {
  for (const Prefixed& pair : prefix_pairs) {
    if (is_form_of(from, pair.plain) && is_form_of(to, pair.prefixed)) return Opposite::denies;
    if (is_form_of(from, pair.prefixed) && is_form_of(to, pair.plain)) return Opposite::affirms;
  }
  if (swapped(from, to, "hypo", "hyper") || swapped(from, to, "hyper", "hypo") ||
      swapped(from, to, "tachy", "brady") || swapped(from, to, "brady", "tachy"))
    return Opposite::swaps;
  return std::nullopt;
}

}  // namespace keur::transcript
