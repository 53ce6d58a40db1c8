// SPDX-License-Identifier: Apache-2.0
// The conversation family: recordings of several people, who said what and when.
#include "metrics/core/family.h"

#include <limits>

#include "metrics/conversation/columns.h"
#include "metrics/conversation/conversation_metrics.h"
#include "metrics/conversation/counter.h"

namespace keur {
namespace {

constexpr std::string_view normalise = "normalise", alternatives = "alternatives",
                           collar = "collar", diarisation_collar = "diarisation_collar",
                           collar_convention = "collar_convention", overlap = "overlap",
                           overlap_limit = "overlap_limit", any = "any";

std::unique_ptr<Counter> counter(const Settings& settings) {
  constexpr Microseconds millisecond = 1000;
  conversation::Rules rules;
  rules.normaliser = &normaliser_of(settings.choice(normalise));
  rules.alternatives = settings.choice(alternatives) == "nist";
  rules.collar = settings.duration(collar) * millisecond;
  rules.diarisation = {settings.duration(diarisation_collar) * millisecond,
                       settings.choice(collar_convention) == "pyannote"
                           ? CollarConvention::pyannote_total
                           : CollarConvention::md_eval_each_side,
                       settings.choice(overlap) == "skipped"};
  if (const auto limit = settings.choice(overlap_limit); limit == any)
    rules.overlap_limit = std::numeric_limits<std::size_t>::max();
  else if (!limit.empty())
    rules.overlap_limit = static_cast<std::size_t>(limit.front() - '0');
  return std::make_unique<conversation::ConversationCounter>(rules);
}

std::vector<std::string> warnings(const Settings& settings) {
  std::vector<std::string> all;
  const std::string_view warning = normaliser_of(settings.choice(normalise)).warning;
  if (!warning.empty()) all.emplace_back(warning);
  if (settings.choice(alternatives) == "nist")
    all.emplace_back(
        "alternatives: nist: of several readings the one nearest to the other side is counted, so "
        "how many words the reference has depends on the output");
  if (const auto limit = settings.choice(overlap_limit); !limit.empty() && limit != any)
    all.push_back("overlap_limit: " + std::string(limit) +
                  ": where more people speak at once, overlap_wer leaves their words out; "
                  "overlap_left_out says how many");
  return all;
}

std::size_t columns_counted(const Settings& settings) {
  return static_cast<std::size_t>(settings.choice(overlap_limit).empty()
                                      ? conversation::plain_column_count
                                      : conversation::column_count);
}

}  // namespace

const Family& conversation_family() {
  static const Family family{
      .kind = "conversation",
      .title = "what several people said against what was written down, and under whose name",
      .case_fields = {{"reference", "the field that holds who said what", true, "turns"}},
      .output_fields = {{"text", "the field that holds what the tool made of it", true, "turns"}},
      .choices =
          {{normalise, "what makes two written forms the same word", normaliser_ids(), true},
           {collar_convention,
            "md_eval: the diarisation collar lies on each side of an end; pyannote: half of it",
            {"md_eval", "pyannote"},
            true},
           {overlap,
            "whether time when several people speak counts for diarisation",
            {"scored", "skipped"},
            false},
           {overlap_limit,
            "overlap_wer: of how many people at once words are compared with one stream of output",
            {any, "1", "2", "3", "4", "5", "6"},
            false,
            true},
           {alternatives, "whether turns may hold { a / b }", {"none", "nist"}, false, true}},
      .columns = conversation::columns(),
      .metrics = conversation::conversation_metrics(),
      .counter = counter,
      .warnings = warnings,
      .columns_counted = columns_counted,
      .durations = {{collar, "how far apart in time two words may be and still pair (tcpWER)"},
                    {diarisation_collar, "what is not scored around the ends of turns"}},
      .of_recordings = true,
      .ladder = normalise,
      .ladder_metrics = {"cpwer"},
  };
  return family;
}

}  // namespace keur
