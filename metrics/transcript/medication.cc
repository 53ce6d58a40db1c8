// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/medication.h"

#include <algorithm>
#include <map>

#include "metrics/transcript/assignment.h"
#include "metrics/transcript/dose_error.h"
#include "metrics/transcript/numbers.h"

namespace keur::transcript {
namespace {

bool same_frequency(const MedicationTuple& a, const MedicationTuple& b) {
  if (!a.frequency || !b.frequency) return a.frequency.has_value() == b.frequency.has_value();
  return same_quantity(*a.frequency, *b.frequency);
}

bool same_route(const MedicationTuple& a, const MedicationTuple& b) {
  if (!a.route || !b.route) return a.route.has_value() == b.route.has_value();
  return a.route->route == b.route->route;
}

bool same_doses(const MedicationTuple& a, const MedicationTuple& b) {
  return std::equal(a.doses.begin(), a.doses.end(), b.doses.begin(), b.doses.end(), same_quantity);
}

std::int64_t worth(const MedicationTuple& a, const MedicationTuple& b, const Layout& layout) {
  const int equal = same_doses(a, b) + same_frequency(a, b) + same_route(a, b);
  return 1 + equal + (layout.meet(a.drug, b.drug) ? 8 : 0) +
         (equal == 3 ? std::int64_t{1} << 32 : 0);
}

class Comparer {
 public:
  Comparer(const std::vector<MedicationTuple>& reference,
           const std::vector<MedicationTuple>& output, const Layout& layout)
      : reference_(reference),
        output_(output),
        layout_(layout),
        partner_(reference.size()),
        taken_(output.size()) {}

  MedicationReport run() {
    report_.reference = static_cast<std::int64_t>(reference_.size());
    report_.output = static_cast<std::int64_t>(output_.size());
    pair_by_drug();
    for (std::size_t i = 0; i < reference_.size(); ++i)
      if (partner_[i])
        compare(reference_[i], output_[*partner_[i]]);
      else
        lost(reference_[i]);
    for (std::size_t j = 0; j < output_.size(); ++j)
      if (!taken_[j])
        report_.errors.push_back({"drug_fabricated",
                                  {},
                                  nowhere(layout_.reference_at(output_[j].drug)),
                                  output_[j].drug});
    return std::move(report_);
  }

 private:
  static WordRange nowhere(const WordRange& near) { return {near.last, near.last}; }

  void pair_by_drug() {
    std::map<std::size_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> drugs;
    for (std::size_t i = 0; i < reference_.size(); ++i)
      drugs[reference_[i].concept_number].first.push_back(i);
    for (std::size_t j = 0; j < output_.size(); ++j)
      drugs[output_[j].concept_number].second.push_back(j);
    for (const auto& [number, both] : drugs) {
      if (both.first.empty() || both.second.empty()) continue;
      std::vector<std::vector<std::int64_t>> gain;
      for (const std::size_t i : both.first) {
        gain.emplace_back();
        for (const std::size_t j : both.second)
          gain.back().push_back(worth(reference_[i], output_[j], layout_));
      }
      const auto chosen = best_assignment(gain);
      for (std::size_t row = 0; row < chosen.size(); ++row)
        if (chosen[row]) {
          partner_[both.first[row]] = both.second[*chosen[row]];
          taken_[both.second[*chosen[row]]] = true;
        }
    }
  }

  void compare(const MedicationTuple& said, const MedicationTuple& written) {
    ++report_.drugs;
    const std::size_t before = report_.errors.size();
    compare_doses(said, written);
    if (!same_frequency(said, written))
      add("frequency_wrong", said.frequency ? words_of(*said.frequency) : nowhere(said.drug),
          written.frequency ? words_of(*written.frequency) : nowhere(written.drug));
    if (!same_route(said, written))
      add("route_wrong", said.route ? said.route->words : nowhere(said.drug),
          written.route ? written.route->words : nowhere(written.drug));
    if (report_.errors.size() == before) ++report_.full;
  }

  // Equal doses first, wherever they stand in the list; what is left pairs in its order.
  void compare_doses(const MedicationTuple& said, const MedicationTuple& written) {
    std::vector<const Quantity*> left, right;
    for (const Quantity& dose : written.doses) right.push_back(&dose);
    for (const Quantity& dose : said.doses) {
      const auto found = std::find_if(right.begin(), right.end(), [&](const Quantity* other) {
        return same_quantity(dose, *other);
      });
      if (found != right.end())
        right.erase(found);
      else
        left.push_back(&dose);
    }
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i)
      if (i >= right.size()) {
        add("dose_omitted", words_of(*left[i]), nowhere(written.drug));
      } else if (i >= left.size()) {
        add("dose_fabricated", nowhere(said.drug), words_of(*right[i]));
      } else {
        auto error = dose_error(*left[i], *right[i]);
        report_.errors.push_back(
            {error.kind, std::move(error.detail), words_of(*left[i]), words_of(*right[i])});
      }
    if (left.empty() && right.empty() && !same_doses(said, written))
      add("dose_value_wrong", words_of(said.doses.front()), words_of(written.doses.front()));
  }

  void lost(const MedicationTuple& said) {
    for (std::size_t j = 0; j < output_.size(); ++j)
      if (!taken_[j] && layout_.meet(said.drug, output_[j].drug)) {
        taken_[j] = true;
        return add("drug_substituted", said.drug, output_[j].drug);
      }
    add("drug_omitted", said.drug, nowhere(layout_.output_at(said.drug)));
  }

  void add(std::string_view kind, const WordRange& reference, const WordRange& output) {
    report_.errors.push_back({kind, {}, reference, output});
  }

  const std::vector<MedicationTuple>&reference_, &output_;
  const Layout& layout_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
  MedicationReport report_;
};

}  // namespace

MedicationReport compare_medication(const std::vector<MedicationTuple>& reference,
                                    const std::vector<MedicationTuple>& output,
                                    const Layout& layout) {
  return Comparer(reference, output, layout).run();
}

}  // namespace keur::transcript
