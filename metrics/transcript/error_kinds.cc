// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/error_kinds.h"

namespace keur::transcript {
namespace {

constexpr FindingKind kinds[] = {
    {"drug_omitted", "drug left out", "geneesmiddel weggelaten"},
    {"drug_fabricated", "drug nobody named", "geneesmiddel dat niemand noemde"},
    {"drug_substituted", "another drug", "ander geneesmiddel"},
    {"dose_value_wrong", "another dose", "andere dosis"},
    {"dose_omitted", "dose left out", "dosis weggelaten"},
    {"dose_fabricated", "dose nobody named", "dosis die niemand noemde"},
    {"unit_wrong", "another unit", "andere eenheid"},
    {"unit_missing", "unit left out", "eenheid weggelaten"},
    {"frequency_wrong", "another frequency, or none", "andere frequentie, of geen"},
    {"route_wrong", "another route, or none", "andere toedieningsweg, of geen"},
    {"status_wrong", "another allergy or status", "andere allergie of ander beleid"},
    {"status_lost", "allergy or status left out", "allergie of beleid weggelaten"},
    {"status_added", "allergy or status nobody stated", "allergie of beleid dat niemand noemde"},
    {"status_negation", "allergy or status turned round", "allergie of beleid omgekeerd"},
    {"allergen_wrong", "another allergen, or none", "ander allergeen, of geen"},
    {"negation_lost", "denial lost", "ontkenning verdwenen"},
    {"negation_added", "denial nobody stated", "ontkenning die niemand uitsprak"},
    {"certainty_flip", "certain for doubtful, or the reverse", "zeker voor twijfel, of omgekeerd"},
    {"opposite", "the opposite", "het tegendeel"},
    {"side_flipped", "the other side", "de andere zijde"},
    {"side_lost", "side left out", "zijde weggelaten"},
    {"side_added", "side nobody named", "zijde die niemand noemde"},
    {"vital_sign_wrong", "another value", "andere waarde"},
    {"vital_sign_lost", "value left out", "waarde weggelaten"},
    {"vital_sign_added", "value nobody named", "waarde die niemand noemde"},
    {"concept_added", "term nobody named", "term die niemand noemde"},
    {"concept_replaced", "another term", "andere term"},
    {"red_flag_lost", "alarm sign left out", "alarmsignaal weggelaten"},
    {"follow_up_lost", "follow-up left out", "vervolgafspraak weggelaten"},
    {"person_wrong", "another person", "andere persoon"},
    {"time_wrong", "another time", "andere tijd"},
    {"time_lost", "time left out", "tijd weggelaten"},
    {"time_added", "time nobody named", "tijd die niemand noemde"},
    {"concept_lost", "term left out", "term weggelaten"},
    {"number_wrong", "another number", "ander getal"},
    {"number_lost", "number left out", "getal weggelaten"},
    {"number_added", "number nobody named", "getal dat niemand noemde"},
    {"negation_word_lost", "word of denial left out", "ontkennend woord weggelaten"},
    {"negation_word_added", "word of denial nobody said", "ontkennend woord dat niemand zei"},
    {"words_differ", "other words", "andere woorden"},
    {"bsn", "citizen service number", "burgerservicenummer"},
    {"e-mail", "e-mail address", "e-mailadres"},
    {"phone", "telephone number", "telefoonnummer"},
    {"date of birth", "date of birth", "geboortedatum"},
};

}  // namespace

std::span<const FindingKind> error_kinds() { return kinds; }

}  // namespace keur::transcript
