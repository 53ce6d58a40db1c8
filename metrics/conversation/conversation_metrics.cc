// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/conversation_metrics.h"

#include "metrics/conversation/rates.h"

namespace keur::conversation {
namespace {

constexpr std::string_view cp = "cpWER: Watanabe and others 2020, CHiME-6",
                           tcp = "tcpWER: von Neumann and others 2023, MeetEval",
                           orc = "ORC WER: Sklyar and others 2022",
                           asclite = "Fiscus and others 2006; NIST SCTK, asclite",
                           nist = "DER: NIST RT-09 evaluation plan, section 6.1",
                           dihard = "JER: Ryant and others 2019, second DIHARD challenge, 4.2";

Metric metric(std::string_view id, std::string_view title, std::string_view titel,
              std::string_view meaning, std::string_view betekenis, Range range,
              std::string_view unit, std::optional<Evaluation> (*evaluate)(const Row&),
              std::string_view source) {
  return {.id = id,
          .title = title,
          .titel = titel,
          .meaning = meaning,
          .betekenis = betekenis,
          .better = Better::lower,
          .range = range,
          .unit = unit,
          .descriptive = false,
          .evaluate = evaluate,
          .source = source};
}

Metric of_overlap(Metric metric) {
  metric.needs = "overlap_limit";
  return metric;
}

}  // namespace

std::vector<Metric> conversation_metrics() {
  return {
      metric("cpwer", "word error rate by speaker", "woordfouten per spreker",
             "substituted, removed and inserted words divided by the words of the reference, each "
             "speaker compared with the speaker of the output that fits best (cpWER); a word under "
             "another name is removed here and inserted there; can exceed 1",
             "vervangen, weggelaten en toegevoegde woorden gedeeld door de woorden van de "
             "referentie, elke spreker vergeleken met de spreker in de uitvoer die het best past "
             "(cpWER); een woord onder een andere naam is hier weggelaten en daar toegevoegd; kan "
             "hoger zijn dan 1",
             Range::nonnegative, "reference word", cp_word_error_rate, cp),
      metric("tcpwer", "word error rate by speaker and time", "woordfouten per spreker en tijd",
             "the same, but two words only pair if they overlap in time, within the collar of the "
             "suite (tcpWER); not defined where the output of a recording has no times",
             "hetzelfde, maar twee woorden horen alleen bij elkaar als ze in de tijd overlappen, "
             "binnen de marge van de suite (tcpWER); niet bepaald als de uitvoer van een opname "
             "geen tijden heeft",
             Range::nonnegative, "reference word", tcp_word_error_rate, tcp),
      metric("orc_wer", "word error rate whoever spoke", "woordfouten, wie er ook sprak",
             "the same, but each utterance of the reference counts where it fits best, so a wrong "
             "speaker costs nothing (ORC WER); never too low, and exact in as many recordings as "
             "the ledger's orc_exact counts",
             "hetzelfde, maar elke uiting van de referentie telt waar zij het best past, zodat een "
             "verkeerde spreker niets kost (ORC WER); nooit te laag, en exact in zoveel opnamen "
             "als orc_exact in het telregister telt",
             Range::nonnegative, "reference word", orc_word_error_rate, orc),
      metric("removal_rate", "removal rate by speaker", "weggelaten woorden per spreker",
             "words of the first rate that were left out, or stand under another name, divided by "
             "the words of the reference",
             "woorden die zijn weggelaten of onder een andere naam staan, gedeeld door de woorden "
             "van de referentie",
             Range::proportion, "reference word", cp_removal_rate, cp),
      metric("insertion_rate", "insertion rate by speaker", "toegevoegde woorden per spreker",
             "words of the first rate that this speaker did not say divided by the words of the "
             "reference; can exceed 1",
             "woorden die deze spreker niet heeft gezegd gedeeld door de woorden van de "
             "referentie; kan hoger zijn dan 1",
             Range::nonnegative, "reference word", cp_insertion_rate, cp),
      metric("der", "diarisation error rate", "fouten in wie wanneer spreekt",
             "time missed, time of nobody and time under another name divided by the time of the "
             "reference speakers (DER), without the collar of the suite around the ends of turns; "
             "can exceed 1",
             "gemiste tijd, tijd van niemand en tijd onder een andere naam gedeeld door de tijd "
             "van de sprekers in de referentie (DER), zonder de marge van de suite rond begin en "
             "einde van beurten; kan hoger zijn dan 1",
             Range::nonnegative, "second of speech", diarisation_error_rate, nist),
      metric("missed_speech_rate", "missed speech", "gemiste spraak",
             "time of reference speakers in which the output has fewer speakers, divided by the "
             "time of the reference speakers",
             "tijd van sprekers in de referentie waarin de uitvoer minder sprekers heeft, gedeeld "
             "door de tijd van de sprekers in de referentie",
             Range::proportion, "second of speech", missed_speech_rate, nist),
      metric("false_alarm_rate", "speech of nobody", "spraak van niemand",
             "time in which the output has more speakers than the reference, divided by the time "
             "of the reference speakers; can exceed 1",
             "tijd waarin de uitvoer meer sprekers heeft dan de referentie, gedeeld door de tijd "
             "van de sprekers in de referentie; kan hoger zijn dan 1",
             Range::nonnegative, "second of speech", false_alarm_rate, nist),
      metric("confusion_rate", "speech under another name", "spraak onder een andere naam",
             "time given to a speaker who is not the one that fits best, divided by the time of "
             "the reference speakers",
             "tijd die aan een andere spreker is gegeven dan die het best past, gedeeld door de "
             "tijd van de sprekers in de referentie",
             Range::proportion, "second of speech", confusion_rate, nist),
      metric("jer", "Jaccard error rate", "Jaccardfout van sprekers",
             "of each reference speaker the share of its time and of the output's that the two do "
             "not have in common, added and divided by the number of speakers (JER): who speaks "
             "little counts as much as who speaks much",
             "van elke spreker in de referentie het deel van zijn tijd en die in de uitvoer dat de "
             "twee niet gemeen hebben, opgeteld en gedeeld door het aantal sprekers (JER): wie "
             "weinig spreekt telt evenveel als wie veel spreekt",
             Range::proportion, "reference speaker", jaccard_error_rate, dihard),
      metric("speaker_count_error", "speakers too many or too few", "sprekers te veel of te weinig",
             "the difference between the number of speakers in the output and in the reference, "
             "added over recordings and divided by the speakers of the reference; can exceed 1",
             "het verschil tussen het aantal sprekers in de uitvoer en in de referentie, opgeteld "
             "over opnamen en gedeeld door de sprekers in de referentie; kan hoger zijn dan 1",
             Range::nonnegative, "reference speaker", speaker_count_error, ""),
      metric("speaker_count_wrong", "recordings with a wrong number of speakers",
             "opnamen met een verkeerd aantal sprekers",
             "recordings whose output has more or fewer speakers than the reference divided by all "
             "recordings",
             "opnamen waarvan de uitvoer meer of minder sprekers heeft dan de referentie gedeeld "
             "door alle opnamen",
             Range::proportion, "recording", wrong_speaker_count_rate, ""),
      of_overlap(metric(
          "overlap_wer", "word error rate of all at once", "woordfouten van allen tegelijk",
          "substituted, removed and inserted words divided by the words of the reference, where "
          "all who speak at once are compared together with the one stream of words of the output, "
          "whoever it names (as NIST's asclite); can exceed 1",
          "vervangen, weggelaten en toegevoegde woorden gedeeld door de woorden van de referentie, "
          "waarbij allen die tegelijk spreken samen worden vergeleken met de ene woordenstroom van "
          "de uitvoer, wie die ook noemt (zoals asclite van NIST); kan hoger zijn dan 1",
          Range::nonnegative, "reference word", overlap_word_error_rate, asclite)),
      of_overlap(metric(
          "overlap_left_out", "words of too many at once", "woorden van te velen tegelijk",
          "reference words where more people than the suite's overlap_limit speak at once, which "
          "the rate above leaves out, divided by all reference words of both",
          "woorden van de referentie waar meer mensen tegelijk spreken dan overlap_limit van de "
          "suite, die in het cijfer hierboven ontbreken, gedeeld door alle woorden van de "
          "referentie van beide",
          Range::proportion, "reference word", overlap_left_out_rate, asclite)),
  };
}

}  // namespace keur::conversation
