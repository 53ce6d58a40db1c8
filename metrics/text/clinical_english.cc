// SPDX-License-Identifier: Apache-2.0
// Contractions with one reading only: 's and 'd have two, so they stay. Abbreviations that clinical
// lists of error-prone abbreviations (ISMP, Joint Commission) mark as ambiguous are left out: od,
// qd, u, pt, ms.
#include "metrics/text/clinical_tables.h"

namespace keur {
namespace {

constexpr Replacement clitics[] = {
    {"can't", "cannot"},       {"won't", "will not"},       {"don't", "do not"},
    {"doesn't", "does not"},   {"didn't", "did not"},       {"isn't", "is not"},
    {"aren't", "are not"},     {"wasn't", "was not"},       {"weren't", "were not"},
    {"hasn't", "has not"},     {"haven't", "have not"},     {"hadn't", "had not"},
    {"couldn't", "could not"}, {"shouldn't", "should not"}, {"wouldn't", "would not"},
    {"i'm", "i am"},           {"i've", "i have"},          {"i'll", "i will"},
    {"you're", "you are"},     {"they're", "they are"},     {"we're", "we are"},
    {"they've", "they have"},  {"we've", "we have"},        {"you've", "you have"},
    {"they'll", "they will"},  {"we'll", "we will"},        {"she'll", "she will"},
    {"he'll", "he will"},      {"it'll", "it will"},        {"you'll", "you will"},
};

constexpr Replacement abbreviations[] = {
    {"w/o", "without"},      {"c/o", "complains of"},  {"h/o", "history of"},
    {"r/o", "rule out"},     {"s/p", "status post"},   {"f/u", "follow up"},
    {"b/l", "bilateral"},    {"e.g", "for example"},   {"prn", "as needed"},
    {"p.r.n", "as needed"},  {"p.o", "by mouth"},      {"i.v", "intravenous"},
    {"s.c", "subcutaneous"}, {"i.m", "intramuscular"}, {"approx", "approximately"},
    {"dx", "diagnosis"},     {"hx", "history"},        {"pts", "patients"},
};

using enum ContextWord::Context;
constexpr ContextWord contexts[] = {{"bp", "blood pressure", before_pressure}};

constexpr std::string_view commands[] = {
    "new paragraph", "new line",      "full stop", "question mark", "exclamation mark",
    "open bracket",  "close bracket", "semicolon", "comma",
};

}  // namespace

const ClinicalTables& clinical_english() {
  static constexpr ClinicalTables tables{{},       clitics, {},       abbreviations,
                                         contexts, {},      commands, {}};
  return tables;
}

}  // namespace keur
