// SPDX-License-Identifier: Apache-2.0
#include "harness/report/wording.h"

#include <fmt/format.h>

#include <algorithm>

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

bool by_condition(const Task& task, const Gate& gate) {
  return task.condition && gate.compare.name == task.condition->field.name;
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
  const std::string subject = by_condition(task, gate)  ? gate.level.name
                              : gate.group.name.empty() ? gate.compare.name
                                                        : gate.group.name;
  if (gate.quantity == GateQuantity::ratio) {
    return {fmt::format("{}: {} over {}", english, subject, gate.reference.name),
            fmt::format("{}: {} ten opzichte van {}", dutch, subject, gate.reference.name)};
  }
  return {fmt::format("{}: {} against {}", english, subject, gate.reference.name),
          fmt::format("{}: {} tegenover {}", dutch, subject, gate.reference.name)};
}

std::string part_subject(const Task&, const Gate& gate, const std::string& level) {
  if (level.empty()) return "";
  return fmt::format("{} {} {}", level, gate.quantity == GateQuantity::ratio ? "over" : "against",
                     gate.reference.name);
}

Bilingual finding_reason(const Task& task, const Gate& gate, const Finding& finding) {
  const auto shown = [&](double value) { return format_value(value, form(gate), gate.limit); };
  const bool at_most = gate.direction == Direction::at_most;
  const auto& interval = finding.estimate.interval;
  switch (finding.reason) {
    case Reason::clears_limit: {
      const std::string bound = shown(at_most ? interval->upper : interval->lower);
      return {fmt::format("the whole interval meets the limit: at worst {}", bound),
              fmt::format("het hele interval voldoet aan de grens: in het slechtste geval {}",
                          in_dutch(bound))};
    }
    case Reason::beyond_limit: {
      const std::string bound = shown(at_most ? interval->lower : interval->upper);
      return {fmt::format("the whole interval breaks the limit: at best {}", bound),
              fmt::format("het hele interval overschrijdt de grens: in het gunstigste geval {}",
                          in_dutch(bound))};
    }
    case Reason::limit_inside: {
      const auto more = more_sentence(task, finding);
      return {"the interval holds the limit" + more.english,
              "de grens ligt in het interval" + more.dutch};
    }
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
                                           long left_out) {
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
  return sentences;
}

std::string method_words(const Estimate& estimate) {
  std::string words = name(estimate.method);
  if (estimate.paired) words += ", paired";
  return words;
}

}  // namespace keur
