// SPDX-License-Identifier: Apache-2.0
#include "harness/report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "harness/judge/sides.h"
#include "harness/report/format_number.h"

namespace keur {
namespace {

NumberForm form(const Gate& gate) {
  switch (gate.quantity) {
    case GateQuantity::value:
      return NumberForm::proportion;
    case GateQuantity::difference:
      return NumberForm::difference;
    case GateQuantity::ratio:
      return NumberForm::ratio;
  }
  return NumberForm::proportion;
}

// Dutch writes a decimal comma, and "punten" for points.
std::string in_dutch(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  if (const std::size_t unit = number.find("points"); unit != std::string::npos)
    number.replace(unit, 6, "punten");
  else if (const std::size_t single = number.find("point"); single != std::string::npos)
    number.replace(single, 5, "punt");
  return number;
}

// The plural of the cluster in Dutch; a field name nobody foresaw keeps its own.
std::string clusters_in_dutch(const Task& task) {
  if (task.cluster.name == "speaker") return "sprekers";
  if (task.cluster.name == "clinician") return "zorgverleners";
  if (task.cluster.name == "nurse") return "verpleegkundigen";
  return task.cluster_kind;
}

bool by_condition(const Task& task, const Gate& gate) { return compares_conditions(task, gate); }

// What the others are compared with, in either language.
Bilingual compared_with(const Gate& gate) {
  if (gate.against_rest) return {"the rest", "de rest"};
  return {gate.reference.name, gate.reference.name};
}

Bilingual more_sentence(const Task& task, const Finding& finding) {
  if (!finding.more_clusters)
    return {"; no number of " + task.cluster_kind +
                " would decide it while the value stays on the limit",
            "; zolang de waarde op de grens ligt, beslist geen aantal " + clusters_in_dutch(task) +
                " hierover"};
  return {fmt::format("; about {} more {} would decide this if the value stays as it is",
                      *finding.more_clusters, task.cluster_kind),
          fmt::format("; ongeveer {} {} erbij zouden beslissen als de waarde zo blijft",
                      *finding.more_clusters, clusters_in_dutch(task))};
}

int count(const GateFinding& finding, Verdict verdict) {
  return static_cast<int>(
      std::count_if(finding.parts.begin(), finding.parts.end(),
                    [&](const Finding& part) { return part.verdict == verdict; }));
}

}  // namespace

Bilingual gate_title(const Task& task, const Gate& gate) {
  std::string english(gate.metric->title), dutch(gate.metric->titel);
  const auto add = [&](const std::string& text) {
    english += text;
    dutch += text;
  };
  if (!gate.level.name.empty() && !by_condition(task, gate)) add(", " + gate.level.name);
  for (const auto& [field, level] : gate.where) add(fmt::format(", {} {}", field.name, level.name));
  if (gate.compare.name.empty()) return {english, dutch};
  const std::string subject = by_condition(task, gate) && !gate.every_level ? gate.level.name
                              : gate.group.name.empty()                     ? gate.compare.name
                                                                            : gate.group.name;
  const auto with = compared_with(gate);
  if (gate.quantity == GateQuantity::ratio) {
    return {fmt::format("{}: {} over {}", english, subject, with.english),
            fmt::format("{}: {} ten opzichte van {}", dutch, subject, with.dutch)};
  }
  return {fmt::format("{}: {} against {}", english, subject, with.english),
          fmt::format("{}: {} tegenover {}", dutch, subject, with.dutch)};
}

std::string part_subject(const Task&, const Gate& gate, const std::string& level) {
  if (level.empty()) return "";
  return fmt::format("{} {} {}", level, gate.quantity == GateQuantity::ratio ? "over" : "against",
                     compared_with(gate).english);
}

Bilingual finding_reason(const Task& task, const Gate& gate, const Finding& finding) {
  const auto shown = [&](double value) { return format_value(value, form(gate), gate.limit); };
  const bool at_most = gate.direction == Direction::at_most;
  const bool parity = gate.direction == Direction::within;
  const auto& interval = finding.estimate.interval;
  switch (finding.reason) {
    case Reason::clears_limit: {
      if (parity)
        return {fmt::format("the whole interval lies within the margin: {} to {}",
                            shown(interval->lower), shown(interval->upper)),
                fmt::format("het hele interval ligt binnen de marge: {} tot {}",
                            in_dutch(shown(interval->lower)), in_dutch(shown(interval->upper)))};
      const std::string bound = shown(at_most ? interval->upper : interval->lower);
      return {fmt::format("the whole interval meets the limit: at worst {}", bound),
              fmt::format("het hele interval voldoet aan de grens: in het slechtste geval {}",
                          in_dutch(bound))};
    }
    case Reason::beyond_limit: {
      if (parity)
        return {fmt::format("the whole interval lies outside the margin: {} to {}",
                            shown(interval->lower), shown(interval->upper)),
                fmt::format("het hele interval ligt buiten de marge: {} tot {}",
                            in_dutch(shown(interval->lower)), in_dutch(shown(interval->upper)))};
      const std::string bound = shown(at_most ? interval->lower : interval->upper);
      return {fmt::format("the whole interval breaks the limit: at best {}", bound),
              fmt::format("het hele interval overschrijdt de grens: in het gunstigste geval {}",
                          in_dutch(bound))};
    }
    case Reason::limit_inside: {
      const auto more = more_sentence(task, finding);
      // What a comparison of groups has shown all the same: how large a harm is ruled out.
      if (!gate.compared_groups.empty() && at_most && interval &&
          std::isfinite(interval->upper)) {
        const std::string bound = shown(interval->upper);
        return {fmt::format("undecided: a difference above {} can be excluded, one above the limit "
                            "cannot{}",
                            bound, more.english),
                fmt::format("onbeslist: een verschil boven {} is uitgesloten, een boven de grens "
                            "niet{}",
                            in_dutch(bound), more.dutch)};
      }
      return {"the interval holds the limit" + more.english,
              "de grens ligt in het interval" + more.dutch};
    }
    case Reason::worse_size_unknown: {
      const auto more = more_sentence(task, finding);
      return {fmt::format("the group is worse (p {} after Holm), whether by more than the limit is "
                          "open{}",
                          format_technical(finding.p_holm), more.english),
              fmt::format("de groep is slechter af (p {} na Holm), of het meer is dan de grens is "
                          "open{}",
                          in_dutch(format_technical(finding.p_holm)), more.dutch)};
    }
    case Reason::many_comparisons:
      return {fmt::format("the interval lies beyond the limit, but among so many comparisons one "
                          "does by chance (p {} after Holm)",
                          format_technical(finding.p_holm)),
              fmt::format("het interval ligt voorbij de grens, maar bij zoveel vergelijkingen "
                          "gebeurt dat toevallig (p {} na Holm)",
                          in_dutch(format_technical(finding.p_holm)))};
    case Reason::other_way_disagrees: {
      const auto way = other_way_words(finding.disagrees);
      return {fmt::format("the verdict rests on the way of computing: {} gives another", way.english),
              fmt::format("het oordeel hangt aan de rekenwijze: {} geeft een ander", way.dutch)};
    }
    case Reason::incomplete:
      return {fmt::format("the interval meets the limit, and {} of the baseline {} not there: "
                          "those left out may be the hard ones",
                          finding.lacking == 1 ? "1 case" : fmt::format("{} cases", finding.lacking),
                          finding.lacking == 1 ? "is" : "are"),
              fmt::format("het interval voldoet aan de grens, maar {} van de uitgangssituatie "
                          "{}: misschien juist de moeilijke",
                          finding.lacking == 1 ? "1 geval"
                                               : fmt::format("{} gevallen", finding.lacking),
                          finding.lacking == 1 ? "ontbreekt" : "ontbreken")};
    case Reason::small_group:
      return {fmt::format("{} {} are too few to judge a group on: at least {}",
                          finding.estimate.clusters, task.cluster_kind, fewest_group_clusters),
              fmt::format("{} {} zijn te weinig om een groep op te beoordelen: minstens {}",
                          finding.estimate.clusters, clusters_in_dutch(task),
                          fewest_group_clusters)};
    case Reason::hidden_group:
      return {fmt::format("not shown: fewer than {} {}, who could be recognised",
                          fewest_shown_clusters, task.cluster_kind),
              fmt::format("niet getoond: minder dan {} {}, die herkenbaar zouden zijn",
                          fewest_shown_clusters, clusters_in_dutch(task))};
    case Reason::few_clusters: {
      const auto more = more_sentence(task, finding);
      return {fmt::format("{} {} are too few: an interval needs at least {}",
                          finding.estimate.clusters, task.cluster_kind, fewest_clusters) +
                  (finding.more_clusters ? more.english : ""),
              fmt::format("{} {} zijn te weinig: een interval vraagt er minstens {}",
                          finding.estimate.clusters, clusters_in_dutch(task), fewest_clusters) +
                  (finding.more_clusters ? more.dutch : "")};
    }
    case Reason::no_interval:
      return {fmt::format("no interval can be given on {} {}", finding.estimate.clusters,
                          task.cluster_kind),
              fmt::format("op {} {} is geen interval te geven", finding.estimate.clusters,
                          clusters_in_dutch(task))};
    case Reason::undefined:
      return {fmt::format("not estimable: there is no {} to count by", gate.metric->unit),
              "niet te schatten: er is niets om door te delen"};
  }
  return {};
}

Bilingual gate_reason(const Task& task, const Gate& gate, const GateFinding& finding) {
  if (finding.parts.size() == 1) return finding_reason(task, gate, finding.parts.front());
  if (finding.parts.empty())
    return {"not estimable: there is no group to compare",
            "niet te schatten: er is geen groep om te vergelijken"};
  const int passed = count(finding, Verdict::pass), failed = count(finding, Verdict::fail);
  const auto all = finding.parts.size();
  if (finding.verdict == Verdict::pass)
    return {fmt::format("all {} comparisons meet the limit", all),
            fmt::format("alle {} vergelijkingen voldoen aan de grens", all)};
  std::string english = fmt::format("{} of {} comparisons meet the limit", passed, all);
  std::string dutch = fmt::format("{} van {} vergelijkingen voldoen aan de grens", passed, all);
  if (failed > 0) {
    english += fmt::format(", {} break{} it", failed, failed == 1 ? "s" : "");
    dutch += fmt::format(", {} overschrijd{} haar", failed, failed == 1 ? "t" : "en");
  }
  if (const int open = count(finding, Verdict::inconclusive); open > 0) {
    english += fmt::format(", {} {} open", open, open == 1 ? "is" : "are");
    dutch += fmt::format(", {} onbeslist", open);
  }
  if (const int none = count(finding, Verdict::not_estimable); none > 0) {
    english += fmt::format(", {} not estimable", none);
    dutch += fmt::format(", {} niet te schatten", none);
  }
  return {english, dutch};
}

Bilingual verdict_sentence(const Suite& suite, const Judgement& judgement) {
  const auto number = [&](Verdict verdict) {
    return std::count_if(judgement.gates.begin(), judgement.gates.end(),
                         [&](const GateFinding& gate) { return gate.verdict == verdict; });
  };
  const auto all = static_cast<std::ptrdiff_t>(judgement.gates.size());
  const auto passed = number(Verdict::pass), failed = number(Verdict::fail);
  const auto open = number(Verdict::inconclusive), none = number(Verdict::not_estimable);
  if (passed == all)
    return {
        all == 1 ? "the one gate passed" : fmt::format("all {} gates passed", all),
        all == 1 ? "de ene toets is gehaald" : fmt::format("alle {} toetsen zijn gehaald", all)};
  std::string english = fmt::format("{} of {} gates passed", passed, all);
  std::string dutch = fmt::format("{} van {} toetsen gehaald", passed, all);
  const auto add = [&](std::ptrdiff_t count, const char* in_english, const char* in_dutch_words) {
    if (count == 0) return;
    english += fmt::format(", {} {}", count, in_english);
    dutch += fmt::format(", {} {}", count, in_dutch_words);
  };
  add(failed, "failed", "niet gehaald");
  add(open, "inconclusive", "onbeslist");
  add(none, "not estimable", "niet te schatten");
  if (judgement.verdict == Verdict::inconclusive && suite.burden == Burden::regression) {
    english += "; no harm was proven, which is what this suite asks";
    dutch += "; schade is niet aangetoond, en daar vraagt deze toets om";
  }
  return {english, dutch};
}

std::vector<std::string> caution_sentences(const Task& task, const Estimate& estimate,
                                           long left_out, long lacking) {
  std::vector<std::string> sentences;
  for (const Caution caution : estimate.cautions) switch (caution) {
      case Caution::few_clusters:
        sentences.push_back(fmt::format("{} {} are too few for a reliable interval",
                                        estimate.clusters, task.cluster_kind));
        break;
      case Caution::dominant_cluster:
        sentences.push_back(
            fmt::format("one {} holds {} of what is counted by", task.cluster.name,
                        format_value(estimate.largest_share.value_or(0), NumberForm::proportion)));
        break;
      case Caution::unstable_jackknife:
        sentences.push_back(
            fmt::format("leaving out one {} at a time gives a much larger error: the "
                        "interval may be too short",
                        task.cluster.name));
        break;
      case Caution::no_spread:
        sentences.push_back(fmt::format("every {} has the same value: the spread cannot be seen",
                                        task.cluster.name));
        break;
    }
  if (left_out > 0)
    sentences.push_back(
        fmt::format("{} case{} without a counterpart in the other condition left out", left_out,
                    left_out == 1 ? "" : "s"));
  if (lacking > 0)
    sentences.push_back(fmt::format("{} case{} of the baseline missing in the condition", lacking,
                                    lacking == 1 ? "" : "s"));
  return sentences;
}

std::string method_words(const Estimate& estimate) {
  std::string words = name(estimate.method);
  if (estimate.paired) words += ", paired";
  if (estimate.uneven) words += ", Bell-McCaffrey for uneven clusters";
  return words;
}

}  // namespace keur
