// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/critical_errors.h"

#include <algorithm>
#include <optional>

#include "metrics/quantity/units.h"
#include "metrics/transcript/time_words.h"

namespace keur::transcript {
namespace {

constexpr std::size_t allergen_reach = 4;     // words between allergisch and what for
constexpr std::size_t measurement_reach = 5;  // words between a measurement and its value

bool is_status(ConceptType type) {
  return type == ConceptType::allergy || type == ConceptType::contraindication ||
         type == ConceptType::resuscitation;
}

int severity_of(std::string_view class_id) {
  for (const FindingClass& known : error_classes)
    if (known.id == class_id) return known.severity;
  return 1;
}

// Not hit by the other text, in its order.
std::vector<std::size_t> left_over(std::size_t size, const std::vector<Hit>& hits,
                                   std::size_t Hit::*side) {
  std::vector<bool> hit(size);
  for (const Hit& one : hits) hit[one.*side] = true;
  std::vector<std::size_t> rest;
  for (std::size_t i = 0; i < size; ++i)
    if (!hit[i]) rest.push_back(i);
  return rest;
}

class Finder {
 public:
  explicit Finder(const Reading& reading)
      : r_(reading),
        lost_(left_over(reading.in_reference.size(), reading.hits, &Hit::reference)),
        added_(left_over(reading.in_output.size(), reading.hits, &Hit::output)),
        claimed_(reading.layout.columns) {}

  std::vector<CaseFinding> run() {
    status();
    medication();
    negations();
    sides();
    numbers();
    persons();
    words_of_time();
    lost_alarms();
    concepts();
    negation_words();
    synonyms();
    wording();
    std::stable_sort(found_.begin(), found_.end(), [](const CaseFinding& a, const CaseFinding& b) {
      return a.reference.first != b.reference.first ? a.reference.first < b.reference.first
                                                    : a.output.first < b.output.first;
    });
    return std::move(found_);
  }

 private:
  // Places of the ruler where the texts differ, in the words of either range.
  std::vector<std::size_t> places(const WordRange& reference, const WordRange& output) const {
    const Layout& layout = r_.layout;
    std::vector<std::size_t> all;
    for (std::size_t i = reference.first; i < reference.last; ++i)
      if (!layout.segments[layout.reference_segment[i]].same)
        all.push_back(layout.reference_column[i]);
    for (std::size_t j = output.first; j < output.last; ++j)
      if (!layout.segments[layout.output_segment[j]].same) all.push_back(layout.output_column[j]);
    return all;
  }

  // A finding unless another has all its places, or the texts do not differ in it.
  void add(std::string_view class_id, std::string_view kind, const WordRange& reference,
           const WordRange& output, std::optional<int> severity = std::nullopt) {
    const auto own = places(reference, output);
    const bool is_new =
        std::any_of(own.begin(), own.end(), [&](std::size_t place) { return !claimed_[place]; });
    if (!is_new) return;
    for (const std::size_t place : own) claimed_[place] = true;
    found_.push_back({class_id, kind, severity.value_or(severity_of(class_id)), reference, output});
  }

  WordRange at_output(const WordRange& reference) const {
    const std::size_t place = r_.layout.output_at(reference).last;
    return {place, place};
  }
  WordRange at_reference(const WordRange& output) const {
    const std::size_t place = r_.layout.reference_at(output).last;
    return {place, place};
  }

  // C2: what was said of allergies and resuscitation.
  void status() {
    std::vector<bool> used(r_.in_output.size());
    for (const std::size_t i : lost_) {
      const Occurrence& said = r_.in_reference[i];
      if (!is_status(said.type)) continue;
      const auto other = std::find_if(added_.begin(), added_.end(), [&](std::size_t j) {
        return !used[j] && r_.in_output[j].type == said.type &&
               r_.layout.meet(said.words, r_.in_output[j].words);
      });
      if (other == added_.end()) {
        add("C2", "status_lost", said.words, at_output(said.words));
      } else {
        used[*other] = true;
        add("C2", "status_wrong", said.words, r_.in_output[*other].words);
      }
    }
    for (const std::size_t j : added_)
      if (is_status(r_.in_output[j].type) && !used[j])
        add("C2", "status_added", at_reference(r_.in_output[j].words), r_.in_output[j].words);
    for (const Flip& flip : r_.polarity.flips)
      if (holds_status(flip.reference)) add("C2", "status_negation", flip.reference, flip.output);
  }

  bool holds_status(const WordRange& reference) const {
    return std::any_of(r_.in_reference.begin(), r_.in_reference.end(), [&](const Occurrence& one) {
      return is_status(one.type) && one.words.overlaps(reference);
    });
  }

  // Whether an allergy of that text says what the words are about.
  static bool after_allergy(const std::vector<Occurrence>& occurrences, const WordRange& words) {
    return std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& one) {
      return (one.type == ConceptType::allergy || one.type == ConceptType::contraindication) &&
             one.words.last <= words.first && words.first - one.words.last < allergen_reach;
    });
  }

  // C1, and C2 where the drug is what somebody is allergic to.
  void medication() {
    for (const MedicationError& error : r_.medication.errors) {
      const bool allergen =
          error.kind.starts_with("drug_") &&
          (error.reference.empty() ? after_allergy(r_.in_output, error.output)
                                   : after_allergy(r_.in_reference, error.reference));
      if (allergen)
        add("C2", "allergen_wrong", error.reference, error.output);
      else
        add("C1", error.kind, error.reference, error.output);
    }
  }

  // C3. A flip whose trigger another flip has already claimed is the same error.
  void negations() {
    for (const Flip& flip : r_.polarity.flips) {
      std::string_view kind = "opposite";
      if (flip.kind == FlipKind::negation_lost) kind = "negation_lost";
      if (flip.kind == FlipKind::negation_added) kind = "negation_added";
      if (flip.kind == FlipKind::certainty_flip) kind = "certainty_flip";
      add("C3", kind, flip.reference, flip.output);
    }
  }

  // C4.
  void sides() {
    for (const SideDifference& one : r_.sides.differences)
      add("C4",
          one.change == SideChange::flipped ? "side_flipped"
          : one.change == SideChange::lost  ? "side_lost"
                                            : "side_added",
          one.reference, one.output);
  }

  static bool is_time(const Quantity& quantity) {
    return quantity.kind == QuantityKind::date || quantity.kind == QuantityKind::time ||
           is_time_unit(quantity.unit);
  }

  static bool is_vital(const Quantity& quantity, const std::vector<Occurrence>& occurrences) {
    if (quantity.kind == QuantityKind::blood_pressure || quantity.unit == "mmhg" ||
        quantity.unit == "\u00b0")
      return true;
    const Occurrence* before = nullptr;
    for (const Occurrence& one : occurrences)
      if (one.words.last <= quantity.first) before = &one;
    return before != nullptr && before->type == ConceptType::measurement &&
           quantity.first - before->words.last < measurement_reach;
  }

  // C5, C9, C10: numbers that no dose had.
  void numbers() {
    for (const NumberDifference& one : r_.numbers.differences) {
      const Quantity* said = one.reference ? &r_.reference_numbers[*one.reference] : nullptr;
      const Quantity* written = one.output ? &r_.output_numbers[*one.output] : nullptr;
      const WordRange reference = said ? words_of(*said) : at_reference(words_of(*written)),
                      output = written ? words_of(*written) : at_output(words_of(*said));
      const Quantity& judged = said ? *said : *written;
      const auto& around = said ? r_.in_reference : r_.in_output;
      const auto kind = [&](std::string_view wrong, std::string_view lost, std::string_view added) {
        return one.change == NumberChange::wrong  ? wrong
               : one.change == NumberChange::lost ? lost
                                                  : added;
      };
      if (is_vital(judged, around))
        add("C5", kind("vital_sign_wrong", "vital_sign_lost", "vital_sign_added"), reference,
            output);
      else if (is_time(judged))
        add("C9", kind("time_wrong", "time_lost", "time_added"), reference, output);
      else
        add("C10", kind("number_wrong", "number_lost", "number_added"), reference, output);
    }
  }

  // C8.
  void persons() {
    for (const std::size_t i : lost_)
      for (const std::size_t j : added_) {
        const Occurrence &said = r_.in_reference[i], &written = r_.in_output[j];
        if (said.type == ConceptType::person && written.type == ConceptType::person &&
            r_.layout.meet(said.words, written.words))
          add("C8", "person_wrong", said.words, written.words);
      }
  }

  // C9: a day for another, before for after.
  void words_of_time() {
    for (const Segment& segment : r_.layout.segments) {
      if (segment.same) continue;
      for (std::size_t i = segment.reference.first; i < segment.reference.last; ++i) {
        const TimeWord said = time_word(r_.reference[i]);
        if (said == TimeWord::none) continue;
        std::size_t j = segment.output.first;
        while (j < segment.output.last && time_word(r_.output[j]) != said) ++j;
        const WordRange word{i, i + 1};
        if (j < segment.output.last)
          add("C9", "time_wrong", word, {j, j + 1});
        else if (said == TimeWord::named)
          add("C9", "time_lost", word, at_output(word));
      }
      for (std::size_t j = segment.output.first; j < segment.output.last; ++j)
        if (time_word(r_.output[j]) == TimeWord::named)
          add("C9", "time_added", at_reference({j, j + 1}), {j, j + 1});
    }
  }

  // C7.
  void lost_alarms() {
    for (const std::size_t i : lost_) {
      const Occurrence& said = r_.in_reference[i];
      if (said.type == ConceptType::red_flag)
        add("C7", "red_flag_lost", said.words, at_output(said.words));
      if (said.type == ConceptType::follow_up)
        add("C7", "follow_up_lost", said.words, at_output(said.words));
    }
  }

  // C6 and the concepts of C10.
  void concepts() {
    const auto severity = [](const Occurrence& one) {
      return one.type == ConceptType::procedure ? std::optional<int>(4) : std::nullopt;
    };
    const auto is_claim = [](const Occurrence& one) {  // says that something is the case
      return one.type != ConceptType::person && one.type != ConceptType::measurement;
    };
    std::vector<bool> used(r_.in_output.size());
    for (const std::size_t i : lost_) {
      const Occurrence& said = r_.in_reference[i];
      const auto other = std::find_if(added_.begin(), added_.end(), [&](std::size_t j) {
        return !used[j] && is_claim(r_.in_output[j]) &&
               r_.layout.meet(said.words, r_.in_output[j].words);
      });
      if (other == added_.end()) {
        add("C10", "concept_lost", said.words, at_output(said.words));
      } else {
        used[*other] = true;
        const Occurrence& written = r_.in_output[*other];
        add("C6", "concept_replaced", said.words, written.words, severity(written));
      }
    }
    for (const std::size_t j : added_)
      if (const Occurrence& written = r_.in_output[j];
          !used[j] && is_claim(written) && !in_loop(written.words))
        add("C6", "concept_added", at_reference(written.words), written.words, severity(written));
  }

  bool in_loop(const WordRange& output) const {
    return std::any_of(r_.runs.invented.begin(), r_.runs.invented.end(), [&](const Run& run) {
      return run.kind == RunKind::loop && run.words.overlaps(output);
    });
  }

  // C10: a denial lost or added where no concept of the list stands in its scope.
  void negation_words() {
    for (std::size_t i = 0; i < r_.reference.size(); ++i)
      if (is_negation(r_.reference[i]) && !replaced(i, r_.layout.reference_segment, true))
        add("C10", "negation_word_lost", {i, i + 1}, at_output({i, i + 1}));
    for (std::size_t j = 0; j < r_.output.size(); ++j)
      if (is_negation(r_.output[j]) && !replaced(j, r_.layout.output_segment, false) &&
          !in_loop({j, j + 1}))
        add("C10", "negation_word_added", at_reference({j, j + 1}), {j, j + 1});
  }

  // Whether the other text has a denial in the same segment (geen against niet).
  bool replaced(std::size_t word, const std::vector<std::size_t>& segments, bool by_output) const {
    const Segment& segment = r_.layout.segments[segments[word]];
    const WordRange& range = by_output ? segment.output : segment.reference;
    const Words words = by_output ? r_.output : r_.reference;
    for (std::size_t other = range.first; other < range.last; ++other)
      if (is_negation(words[other])) return true;
    return false;
  }

  // Another listed way to say the same is no error.
  void synonyms() {
    for (const Hit& hit : r_.hits)
      for (const std::size_t place :
           places(r_.in_reference[hit.reference].words, r_.in_output[hit.output].words))
        claimed_[place] = true;
    equal_numbers();
  }

  // Nor is another way to write the same number: half 3 for 14:30, 1,5 l for 1500 ml.
  void equal_numbers() {
    std::vector<bool> differs(r_.reference_numbers.size());
    for (const NumberDifference& one : r_.numbers.differences)
      if (one.reference) differs[*one.reference] = true;
    for (std::size_t i = 0; i < differs.size(); ++i)
      if (!differs[i])
        for (const std::size_t place : places(words_of(r_.reference_numbers[i]), {}))
          claimed_[place] = true;
  }

  // C11: what differs and nothing above has a name for, once a stretch; runs are results apart.
  void wording() {
    for (const Segment& segment : r_.layout.segments) {
      if (segment.same || in_run(segment)) continue;
      const auto own = places(segment.reference, segment.output);
      if (std::none_of(own.begin(), own.end(), [&](std::size_t place) { return claimed_[place]; }))
        add("C11", "words_differ", segment.reference, segment.output);
    }
  }

  bool in_run(const Segment& segment) const {
    const auto within = [](const std::vector<Run>& runs, const WordRange& words) {
      return std::any_of(runs.begin(), runs.end(),
                         [&](const Run& run) { return run.words.overlaps(words); });
    };
    return within(r_.runs.invented, segment.output) || within(r_.runs.omitted, segment.reference);
  }

  const Reading& r_;
  std::vector<std::size_t> lost_, added_;  // occurrences without a hit
  std::vector<bool> claimed_;              // places of the ruler that a finding has
  std::vector<CaseFinding> found_;
};

}  // namespace

std::vector<CaseFinding> critical_errors(const Reading& reading) { return Finder(reading).run(); }

}  // namespace keur::transcript
