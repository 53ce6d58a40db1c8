// SPDX-License-Identifier: Apache-2.0
// The normalisers. Holds for all valid UTF-8: tokens of valid UTF-8 between single spaces; for all
// but Whisper's, once is enough; basic-1 is its textbook and keeps every digit; the clinical ones
// keep every quantity that basic-1 leaves, and make up none.
#include <algorithm>

#include "metrics/core/utf8.h"
#include "metrics/quantity/quantity.h"
#include "metrics/text/basic_1_textbook.h"
#include "metrics/text/normaliser.h"
#include "metrics/text/tokens.h"
#include "tests/fuzz/target.h"

namespace keur {
namespace {

std::string normalised(std::string_view id, std::string_view text) {
  std::string out;
  find_normaliser(id)->normalise(text, out);
  return out;
}

std::string shown(std::string_view id, std::string_view text, const std::string& once) {
  return std::string(id) + "\n text: " + std::string(text) + "\n once: " + once;
}

std::vector<Quantity> quantities(const std::string& text, Language language) {
  std::vector<std::string_view> tokens;
  split(text, tokens);
  return find_quantities(tokens, language);
}

std::string listed(const std::vector<Quantity>& all, Language language) {
  std::string list;
  for (const Quantity& one : all) list += "[" + canonical_text(one, language) + "]";
  return list;
}

// As multisets: each finds a partner of its own.
bool same(const std::vector<Quantity>& one, std::vector<Quantity> other) {
  for (const Quantity& quantity : one) {
    const auto partner = std::find_if(other.begin(), other.end(), [&quantity](const Quantity& q) {
      return same_quantity(quantity, q);
    });
    if (partner == other.end()) return false;
    other.erase(partner);
  }
  return other.empty();
}

// Where a word begins with a slash or an apostrophe basic-1 takes it away, and the clinical ones
// read it first: "80 /min" is no 80 minutes, "5 'm" is not 5 metres.
bool begins_with_a_mark(std::string_view text) {
  for (const std::string_view mark : {"/", "'", "\u2019", "\u2018", "\u02bc", "\u00b4", "`"})
    for (std::size_t at = text.find(mark); at < text.size(); at = text.find(mark, at + 1))
      if (at == 0 || std::string_view(" \t\r\n(\"/").find(text[at - 1]) != std::string_view::npos)
        return true;
  return false;
}

// "38,5 °C. F": the full stop that parts the two goes, as every one does.
bool has_a_letter_for_degrees(const std::string& tokens) {
  return (" " + tokens + " ").find(" f ") != std::string::npos ||
         tokens.find("fahrenheit") != std::string::npos;
}

void check_clinical(std::string_view id, Language language, std::string_view text) {
  const auto before = quantities(normalised("basic-1", text), language),
             after = quantities(normalised(id, text), language);
  if (same(before, after)) return;
  hold(false, shown(id, text, normalised(id, text)) + "\nbefore: " + listed(before, language) +
                  "\n after: " + listed(after, language));
}

void run(std::string_view text) {
  if (first_invalid_utf8(text)) return;
  // What is known to be otherwise, and looked at.
  const bool known_otherwise =
      begins_with_a_mark(text) || has_a_letter_for_degrees(normalised("basic-1", text));
  for (const Normaliser* normaliser : all_normalisers()) {
    const std::string_view id = normaliser->id;
    std::string once, twice;
    normaliser->normalise(text, once);
    hold(!first_invalid_utf8(once), shown(id, text, once) + "\nis no UTF-8");
    hold(once.find("  ") == std::string::npos && !once.starts_with(' ') && !once.ends_with(' '),
         shown(id, text, once) + "\nhas a space too many");
    const bool clinical = id.ends_with("-clinical-1");
    if (id.starts_with("whisper") || (clinical && known_otherwise)) continue;
    normaliser->normalise(once, twice);
    hold(once == twice, shown(id, text, once) + "\ntwice: " + twice);
  }
  std::u32string points, tokens;
  for (const char* at = text.data(); at != text.data() + text.size();)
    points += next_code_point(at);
  const std::string basic = normalised("basic-1", text);
  for (const char* at = basic.data(); at != basic.data() + basic.size();)
    tokens += next_code_point(at);
  hold(textbook::basic_1(points) == tokens, shown("basic-1", text, basic) + "\nis not the twin's");
  if (known_otherwise) return;
  check_clinical("nl-clinical-1", Language::dutch, text);
  check_clinical("en-clinical-1", Language::english, text);
}

}  // namespace

const Target& target_normalise();
const Target& target_normalise() {
  static const Target target{"normalise", run};
  return target;
}

}  // namespace keur
