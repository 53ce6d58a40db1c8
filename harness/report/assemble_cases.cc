// SPDX-License-Identifier: Apache-2.0
#include "harness/report/assemble_cases.h"

#include <algorithm>
#include <array>

namespace keur {
namespace {

constexpr std::array wrong{Mark::substituted, Mark::removed, Mark::inserted};

const char* name(Mark mark) {
  switch (mark) {
    case Mark::correct:
      return "correct";
    case Mark::substituted:
      return "substituted";
    case Mark::removed:
      return "removed";
    case Mark::inserted:
      return "inserted";
  }
  return "";
}

FindingKind kind_of(const Family& family, std::string_view id) {
  for (const FindingKind& known : family.finding_kinds)
    if (known.id == id) return known;
  return {id, id, id};
}

ErrorClass error_class(const FindingClass& known, const Observations& seen) {
  const auto times = [&](int severity) {
    const auto found = seen.findings.find({known.id, severity});
    return found == seen.findings.end() ? 0 : found->second;
  };
  return {std::string(known.id), std::string(known.title), std::string(known.titel),
          times(4),              times(3),                 times(2),
          times(1)};
}

CriticalError critical_error(const Family& family, const SeenFinding& seen, Redaction redaction) {
  const FindingKind kind = kind_of(family, seen.kind);
  CriticalError shown;
  shown.case_id = seen.where.id;
  shown.cluster = seen.where.cluster;
  shown.condition = seen.where.condition;
  shown.class_id = seen.class_id;
  shown.kind = seen.kind;
  shown.title = kind.title;
  shown.titel = kind.titel;
  shown.severity = seen.severity;
  if (redaction != Redaction::text) return shown;
  shown.before = text_pieces(seen.excerpt.before);
  shown.at = text_pieces(seen.excerpt.at);
  shown.after = text_pieces(seen.excerpt.after);
  shown.cut = seen.excerpt.cut;
  return shown;
}

template <class Belongs>
void count_different(const std::vector<Recurrence>& all, Belongs belongs, ConfusionTotal& total) {
  total.different = total.shared = 0;
  for (const Recurrence& one : all)
    if (belongs(one)) {
      ++*total.different;
      if (one.clusters > 1) ++*total.shared;
    }
}

std::vector<Recurrence> first(std::vector<Recurrence> all, std::size_t most) {
  if (all.size() > most) all.resize(most);
  return all;
}

Confusion confusion(const Recurrence& one, bool forgiven) {
  Piece piece = recurring_piece(one.what);
  return {forgiven ? "forgiven" : name(piece.mark),
          std::move(piece.reference),
          std::move(piece.output),
          one.times,
          one.cases,
          one.clusters};
}

}  // namespace

const char* name(Redaction redaction) {
  switch (redaction) {
    case Redaction::counts:
      return "counts";
    case Redaction::ids:
      return "ids";
    case Redaction::text:
      return "text";
  }
  return "";
}

std::vector<TextPiece> text_pieces(const Comparison& comparison) {
  std::vector<TextPiece> pieces;
  for (const Piece& piece : comparison) {
    if (!piece.heading.empty()) pieces.push_back({"heading", piece.heading, ""});
    pieces.push_back({name(piece.mark), piece.reference, piece.output});
  }
  return pieces;
}

bool needs_a_look(const Task& task, Redaction redaction) {
  return redaction == Redaction::text || !task.settings.terms.empty();
}

CriticalErrors critical_errors(const Task& task, const Observations& seen, Redaction redaction) {
  const Family& family = *task.family;
  CriticalErrors shown;
  if (task.settings.terms.empty()) return shown;
  for (const FindingClass& known : family.finding_classes)
    shown.classes.push_back(error_class(known, seen));
  for (const FindingKind& kind : family.finding_kinds)
    if (const auto found = seen.disclosures.find(kind.id); found != seen.disclosures.end())
      shown.disclosures.push_back({std::string(kind.id), std::string(kind.title),
                                   std::string(kind.titel), found->second});
  if (redaction == Redaction::counts) return shown;
  for (const SeenFinding& one : seen.listed) {
    if (shown.list.size() == critical_errors_listed) break;
    shown.list.push_back(critical_error(family, one, redaction));
  }
  for (const SeenDisclosure& one : seen.disclosed)
    shown.disclosed.push_back({one.where.id, std::string(one.kind),
                               redaction == Redaction::text ? one.masked : std::string()});
  return shown;
}

Confusions confusions(const Task& task, const Row& totals, const Observations& seen,
                      Redaction redaction) {
  Confusions shown;
  shown.most_clusters = Recurring::most_clusters;
  const auto& ids = task.family->word_error_metrics;
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    ConfusionTotal total;
    total.mark = name(wrong[i]);
    // Not from what was seen: another scorer's rule (`align`) may divide the errors otherwise.
    if (i < ids.size())
      if (const auto rate = task.family->metric(ids[i])->evaluate(totals))
        total.times = static_cast<std::int64_t>(rate->numerator);
    if (total.times || seen.made) shown.totals.push_back(total);
  }
  if (!seen.made) return shown;
  const auto errors = seen.errors.sorted(), pardons = seen.forgiven.sorted();
  shown.uncertain = std::max(seen.errors.forgotten(), seen.forgiven.forgotten());
  for (std::size_t i = 0; i < shown.totals.size(); ++i) {
    const auto is_this = [&](const Recurrence& one) {
      return recurring_piece(one.what).mark == wrong[i];
    };
    count_different(errors, is_this, shown.totals[i]);
  }
  ConfusionTotal& forgiven = shown.totals.emplace_back();
  forgiven.mark = "forgiven";
  forgiven.times = seen.times_forgiven;
  count_different(pardons, [](const Recurrence&) { return true; }, forgiven);
  if (redaction != Redaction::text) return shown;
  for (const Recurrence& one : first(errors, confusions_listed))
    shown.errors.push_back(confusion(one, false));
  for (const Recurrence& one : first(pardons, forgiven_listed))
    shown.forgiven.push_back(confusion(one, true));
  return shown;
}

}  // namespace keur
