// SPDX-License-Identifier: Apache-2.0
// The gates of the example report: each verdict, each quantity, both directions.
#include <string>
#include <utility>

#include "harness/report/example_numbers_test.h"

namespace keur {
namespace {

GateReport gate(std::string id, std::string metric, std::string title, std::string titel,
                double limit, std::string limit_text, std::string why) {
  GateReport made;
  made.id = std::move(id);
  made.task = "dictation";
  made.metric = std::move(metric);
  made.title = std::move(title);
  made.titel = std::move(titel);
  made.quantity = "value";
  made.direction = "at_most";
  made.limit = limit;
  made.limit_text = std::move(limit_text);
  made.condition = "clean";
  made.why = std::move(why);
  return made;
}

Part part(std::string subject, std::string level, Measurement measurement, std::string verdict,
          std::string reason, std::string reden, std::optional<std::int64_t> more = {}) {
  return {std::move(subject),
          std::move(level),
          std::move(measurement),
          std::move(verdict),
          std::move(reason),
          std::move(reden),
          more};
}

// A plain gate: its verdict and reason are those of its one part.
GateReport judged(GateReport made, Part only) {
  made.verdict = only.verdict;
  made.reason = only.reason;
  made.reden = only.reden;
  made.parts = {std::move(only)};
  return made;
}

GateReport accent_gate() {
  GateReport made = gate("accent", "wer", "word error rate by accent, clean",
                         "woordfoutpercentage per accent, clean", 0.05, "5 points",
                         "A colleague's accent must not decide how much correcting she has to do.");
  made.quantity = "difference";
  made.compare = "accent";
  made.reference = "american";
  made.requirement = "AI Act, article 10(2)(f)";
  made.verdict = "fail";
  made.reason = "1 of 4 comparisons is beyond the limit and 2 are undecided.";
  made.reden = "1 van 4 vergelijkingen ligt voorbij de grens en 2 zijn onbeslist.";
  const char* const method = "difference of independent groups, Welch-Satterthwaite";
  made.parts = {
      part("caribbean against american", "caribbean", contrast(0.315, 0.181, 0.449, 132, 6, method),
           "fail", "The whole interval, +18.1 to +44.9 points, is beyond the limit of 5 points.",
           "Het hele interval, +18.1 tot +44.9 punten, ligt voorbij de grens van 5 punten."),
      part("lancashire against american", "lancashire",
           contrast(0.046, -0.0121, 0.105, 120, 4, method), "inconclusive",
           "Only 4 speakers; no gate rests on fewer than 5.",
           "Slechts 4 sprekers; geen toets rust op minder dan 5.", 9),
      part("received against american", "received",
           contrast(0.0005, -0.021, 0.022, 168, 12, method), "pass",
           "The whole interval, -2.1 to +2.2 points, is within the limit of 5 points.",
           "Het hele interval, -2.1 tot +2.2 punten, valt binnen de grens van 5 punten."),
      part("scottish against american", "scottish",
           contrast(0.021, -0.009, 0.0504, 156, 10, method), "inconclusive",
           "The interval, -0.9 to +5.04 points, holds the limit of 5 points.",
           "Het interval, -0.9 tot +5.04 punten, bevat de grens van 5 punten.", 2)};
  made.parts[1].measurement.cautions = {"4 speakers are too few for a reliable interval"};
  return made;
}

GateReport noise_gate(std::string condition, double limit, std::string limit_text,
                      Measurement measurement, std::string verdict, std::string reason,
                      std::string reden) {
  GateReport made = gate(condition, "wer", "word error rate, " + condition + " against clean",
                         "woordfoutpercentage, " + condition + " tegenover clean", limit,
                         std::move(limit_text), "A quiet ward is never silent.");
  made.quantity = "ratio";
  made.compare = "condition";
  made.reference = "clean";
  made.condition = condition;
  return judged(made, part(condition + " against clean", condition, std::move(measurement),
                           std::move(verdict), std::move(reason), std::move(reden)));
}

}  // namespace

std::vector<GateReport> example_gates() {
  const char* const paired = "ratio of paired conditions, log-t";
  std::vector<GateReport> all = {
      judged(
          gate("words", "wer", "word error rate, clean", "woordfoutpercentage, clean", 0.10, "10%",
               "Above one wrong word in ten, correcting a note takes about as long as typing it."),
          part("", "", rate(267, 3744, 288, 48), "pass",
               "The whole interval, 5.3% to 9.6%, is within the limit of 10%.",
               "Het hele interval, 5.3% tot 9.6%, valt binnen de grens van 10%.")),
      judged(gate("lost-words", "removal_rate", "removal rate, clean", "weglatingen, clean", 0.05,
                  "5%", "A word that is left out cannot be seen by the person who signs the note."),
             part("", "", rate(66, 3744, 288, 48), "pass",
                  "The whole interval, 1.3% to 2.4%, is within the limit of 5%.",
                  "Het hele interval, 1.3% tot 2.4%, valt binnen de grens van 5%.")),
      judged(gate("sentences-to-correct", "sentence_error_rate", "sentence error rate, clean",
                  "zinnen met fouten, clean", 0.30, "30%",
                  "If more than three sentences in ten need correcting, dictation is more work."),
             part("", "", rate(89, 288, 288, 48, 0.9, 1.125), "inconclusive",
                  "The interval, 27.8% to 34.8%, holds the limit of 30%.",
                  "Het interval, 27.8% tot 34.8%, bevat de grens van 30%.", 41)),
      accent_gate()};
  GateReport sex =
      gate("sex", "wer", "word error rate by sex, clean", "woordfoutpercentage per sekse, clean",
           0.03, "3 points", "The tool must serve women and men alike.");
  sex.quantity = "difference";
  sex.compare = "sex";
  sex.reference = "female";
  all.push_back(judged(
      sex, part("male against female", "male",
                contrast(-0.0014, -0.0296, 0.0268, 288, 23,
                         "difference of independent groups, Welch-Satterthwaite"),
                "pass", "The whole interval, -3.0 to +2.7 points, is within the limit of 3 points.",
                "Het hele interval, -3.0 tot +2.7 punten, valt binnen de grens van 3 punten.")));
  all.push_back(noise_gate("noise-20dB", 1.5, "1.5x",
                           contrast(1.236, 1.102, 1.386, 576, 48, paired), "pass",
                           "The whole interval, 1.10 to 1.39x, is within the limit of 1.5x.",
                           "Het hele interval, 1.10 tot 1.39x, valt binnen de grens van 1.5x."));
  all.push_back(noise_gate("noise-10dB", 2, "2x", contrast(2.831, 2.394, 3.349, 572, 48, paired),
                           "fail", "The whole interval, 2.39 to 3.35x, is beyond the limit of 2x.",
                           "Het hele interval, 2.39 tot 3.35x, ligt voorbij de grens van 2x."));
  GateReport kept = gate("kept-words", "word_recall", "words kept, clean",
                         "behouden woorden, clean", 0.9, "90%", "");
  kept.direction = "at_least";
  all.push_back(
      judged(kept, part("", "", rate(3477, 3744, 288, 48, 0.99, 1.005), "pass",
                        "The whole interval, 91.9% to 93.3%, is within the limit of 90%.",
                        "Het hele interval, 91.9% tot 93.3%, valt binnen de grens van 90%.")));
  GateReport doses = gate("doses", "dose_recall", "doses kept, clean", "behouden doseringen, clean",
                          0.98, "98%", "A dose that comes out wrong can kill.");
  doses.direction = "at_least";
  doses.requirement = "ISO 14971, risk R7 <dose>";
  all.push_back(
      judged(doses, part("", "", undefined(288), "not_estimable",
                         "None of the 288 cases has a dose: there is nothing to divide by.",
                         "Geen van de 288 gevallen heeft een dosering: er valt niets te delen.")));
  for (std::size_t i = 0; i < all.size(); ++i) all[i].line = static_cast<std::int64_t>(20 + i);
  return all;
}

}  // namespace keur
