// SPDX-License-Identifier: Apache-2.0
// Every difference between a reference and an output that a reader of the record could act on, in
// eleven classes by what it is about, each with a severity of 1 to 4. After Zhou et al. 2018 (JAMA
// Netw Open 1(3):e180530: general type, semantic type, clinical significance) and Asgari et al.
// 2025 (npj Digit Med 8:274: fabrication, negation, omission); the classes and weights are ours.
//
//   C1   4  drug, dose, unit, frequency or route: the kinds of medication.h
//   C2   4  allergy, contraindication or resuscitation status: status_wrong, status_lost,
//           status_added, status_negation, allergen_wrong
//   C3   4  negation_lost, negation_added, certainty_flip, opposite
//   C4   4  side_flipped, side_lost, side_added
//   C5   3  vital_sign_wrong, vital_sign_lost, vital_sign_added: a value with mmHg or degrees, or
//           near a measurement of the list
//   C6   3  concept_added, concept_replaced (4 for a procedure)
//   C7   3  red_flag_lost, follow_up_lost
//   C8   3  person_wrong: one person for another
//   C9   2  time_wrong, time_lost, time_added: dates, times, durations, words of time
//   C10  2  concept_lost, number_wrong, number_lost, number_added, negation_word_lost,
//           negation_word_added
//   C11  1  words_differ: nothing above, as far as lists, numbers and triggers know
//
// Each place of the alignment belongs to one finding, the first that has a name for it, in the
// order C2 C1 C3 C4 C5/C9/C10 (numbers) C8 C9 (words) C7 C6 C10 C11. What is the same
// after normalisation, a compound apart and a listed synonym are none. Words that were invented or
// omitted in runs (runs.h) are results of their own; what they hold of the classes C1 to C10 is
// found in them as anywhere.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "metrics/core/finding.h"
#include "metrics/transcript/reading.h"

namespace keur::transcript {

// Names of the kinds: error_kinds.h.
inline constexpr std::array<FindingClass, 11> error_classes{{
    {"C1", 4, "drug, dose, frequency or route", "geneesmiddel, dosering of toedieningsweg"},
    {"C2", 4, "allergy or resuscitation status", "allergie of reanimatiebeleid"},
    {"C3", 4, "negation or certainty turned round", "ontkenning of zekerheid omgekeerd"},
    {"C4", 4, "side", "lichaamszijde"},
    {"C5", 3, "vital sign or laboratory value", "meetwaarde of laboratoriumwaarde"},
    {"C6", 3, "finding that was not there", "bevinding die er niet was"},
    {"C7", 3, "alarm sign or follow-up left out", "alarmsignaal of vervolgafspraak weggelaten"},
    {"C8", 3, "wrong person", "verkeerde persoon"},
    {"C9", 2, "date, time or duration", "datum, tijd of duur"},
    {"C10", 2, "other clinical content", "andere klinische inhoud"},
    {"C11", 1, "wording", "bewoording"},
}};

// What an error of severity 1, 2, 3, 4 weighs in the weighted score: for ranking, never for a gate.
inline constexpr std::array<double, 4> severity_weights{0.1, 1, 5, 25};

// In the order of the reference.
std::vector<CaseFinding> critical_errors(const Reading& reading);

}  // namespace keur::transcript
