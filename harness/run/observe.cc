// SPDX-License-Identifier: Apache-2.0
#include "harness/run/observe.h"

#include <array>

namespace keur {
namespace {

// A thing of one case, and how often it has it.
using Tallies = std::map<std::string, std::int64_t>;

struct SeenCase {
  Seen where;
  Tallies errors, forgiven;
  std::vector<SeenFinding> findings;  // without where
  std::vector<Disclosure> disclosures;
  std::optional<Comparison> text;
};

struct SeenBlock {
  std::size_t cases = 0;        // all there were
  std::vector<SeenCase> those;  // with anything in them; their numbers are within the block
};

// At most longest_word bytes, whole code points, with a mark where some are missing.
std::string shortened(std::string_view word) {
  if (word.size() <= longest_word) return std::string(word);
  std::size_t end = longest_word;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) --end;
  return std::string(word.substr(0, end)) + "\u2026";
}

class Observer {
 public:
  Observer(const Task& task, const std::set<std::string>& texts)
      : texts_(texts), counter_(task.family->counter(task.settings)) {}

  // Several threads at once.
  void look(const Entry& entry, Fields reference, Fields output, SeenBlock& block) const {
    const std::size_t number = block.cases++;
    Examination found = counter_->examine(reference, output);
    SeenCase seen;
    for (const Piece& piece : found.comparison)
      if (piece.mark != Mark::correct)
        ++seen.errors[recurring_name(piece.mark, piece.reference, piece.output)];
    for (const Forgiven& one : found.forgiven)
      ++seen.forgiven[recurring_name(
          Mark::substituted, words_in(found.comparison, one.reference, &Piece::reference),
          words_in(found.comparison, one.output, &Piece::output))];
    for (const CaseFinding& one : found.findings)
      seen.findings.push_back(
          {{},
           one.class_id,
           one.kind,
           one.severity,
           one.severity < least_listed_severity
               ? Excerpt{}
               : excerpt(found.comparison, one.reference, one.output)});
    seen.disclosures = std::move(found.disclosures);
    if (texts_.count(entry.case_id) > 0) seen.text = std::move(found.comparison);
    if (seen.errors.empty() && seen.findings.empty() && seen.disclosures.empty() && !seen.text)
      return;
    seen.where = {number, entry.case_id, entry.cluster, entry.condition};
    block.those.push_back(std::move(seen));
  }

  // On one thread, in the order of the data.
  void take(SeenBlock block) {
    for (SeenCase& seen : block.those) {
      seen.where.number += cases_;
      const auto cluster = static_cast<std::uint32_t>(clusters_.number(seen.where.cluster));
      for (const auto& [name, times] : seen.errors) all_.errors.add(name, times, cluster);
      for (const auto& [name, times] : seen.forgiven) {
        all_.forgiven.add(name, times, cluster);
        all_.times_forgiven += times;
      }
      for (SeenFinding& one : seen.findings) add(std::move(one), seen.where);
      for (Disclosure& one : seen.disclosures) {
        ++all_.disclosures[one.kind];
        if (all_.disclosed.size() < most_listed)
          all_.disclosed.push_back({seen.where, one.kind, std::move(one.masked)});
      }
      if (seen.text) all_.texts.emplace(seen.where.id, std::move(*seen.text));
    }
    cases_ += block.cases;
  }

  Observations all() {
    all_.made = true;
    for (auto list = by_severity_.rbegin(); list != by_severity_.rend(); ++list)
      for (SeenFinding& one : *list) all_.listed.push_back(std::move(one));
    return std::move(all_);
  }

 private:
  void add(SeenFinding one, const Seen& where) {
    ++all_.findings[{one.class_id, one.severity}];
    auto& list = by_severity_[static_cast<std::size_t>(one.severity)];
    if (one.severity < least_listed_severity || list.size() == most_listed) return;
    one.where = where;
    list.push_back(std::move(one));
  }

  const std::set<std::string>& texts_;
  std::unique_ptr<Counter> counter_;
  std::size_t cases_ = 0;
  Names clusters_;
  std::array<std::vector<SeenFinding>, 5> by_severity_;
  Observations all_;
};

}  // namespace

// No word holds a NUL: data with one are refused (data-nul).
std::string recurring_name(Mark mark, std::string_view reference, std::string_view output) {
  return std::string(1, static_cast<char>('0' + static_cast<int>(mark))) + shortened(reference) +
         '\0' + shortened(output);
}

Piece recurring_piece(std::string_view name) {
  const std::size_t middle = name.find('\0');
  return {static_cast<Mark>(name[0] - '0'), std::string(name.substr(1, middle - 1)),
          std::string(name.substr(middle + 1))};
}

Observations observe(const Task& task, PreparedTask& prepared, const PassOptions& options,
                     const std::set<std::string>& texts, Diagnostics& problems) {
  Observer observer(task, texts);
  over_cases<SeenBlock>(
      task, prepared, options, problems,
      [&](const Entry& entry, Fields reference, Fields output, SeenBlock& block) {
        observer.look(entry, reference, output, block);
      },
      [&](SeenBlock block) {
        observer.take(std::move(block));
        return true;
      });
  return observer.all();
}

}  // namespace keur
