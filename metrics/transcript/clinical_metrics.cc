// SPDX-License-Identifier: Apache-2.0
// The metrics of clinical content. Every one of them needs a list of terms. A report calls an
// utterance what others may call a note. Descriptive are two whose value follows a choice of ours,
// a list or a weight, as much as it follows the tool.
#include "metrics/transcript/clinical_rates.h"
#include "metrics/transcript/metric_tables.h"

namespace keur::transcript {

std::vector<Metric> clinical_metrics() {
  std::vector<Metric> list;
  list.push_back({
      .id = "concept_recall",
      .title = "recall of clinical terms",
      .titel = "herkende medische termen",
      .meaning = "clinical terms found at their place divided by the clinical terms of the "
                 "reference",
      .betekenis = "medische termen op hun plaats gedeeld door de medische termen van de "
                   "referentie",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "clinical term of the reference",
      .descriptive = false,
      .evaluate = concept_recall,
      .needs = "terms",
      .source = "known as keyword or medical term recall; missed-entity rate is 1 minus it",
  });
  list.push_back({
      .id = "concept_precision",
      .title = "precision of clinical terms",
      .titel = "juiste medische termen",
      .meaning = "clinical terms found at their place divided by the clinical terms of the "
                 "output",
      .betekenis = "medische termen op hun plaats gedeeld door de medische termen van de uitvoer",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "clinical term of the output",
      .descriptive = false,
      .evaluate = concept_precision,
      .needs = "terms",
  });
  list.push_back({
      .id = "concept_error_rate",
      .title = "error rate of clinical terms",
      .titel = "fouten in medische termen",
      .meaning = "words of clinical terms that were substituted, removed or inserted divided by "
                 "the words of clinical terms in the reference; can exceed 1",
      .betekenis = "vervangen, weggelaten en toegevoegde woorden van medische termen gedeeld "
                   "door de woorden van medische termen in de referentie; kan hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference word of a clinical term",
      .descriptive = false,
      .evaluate = concept_error_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "bag_concept_recall",
      .title = "recall of clinical terms in any order",
      .titel = "herkende medische termen in elke volgorde",
      .meaning = "clinical terms of the reference that the output has too, wherever it has "
                 "them, divided by the clinical terms of the reference",
      .betekenis = "medische termen van de referentie die de uitvoer ook heeft, waar dan ook, "
                   "gedeeld door de medische termen van de referentie",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "clinical term of the reference",
      .descriptive = false,
      .evaluate = bag_concept_recall,
      .needs = "terms",
  });
  list.push_back({
      .id = "entity_f1_strict",
      .title = "entities, strict (F1)",
      .titel = "entiteiten, strikt (F1)",
      .meaning = "twice the entities with the same boundaries, type and concept divided by the "
                 "entities of the reference and of the output together",
      .betekenis = "tweemaal de entiteiten met dezelfde grenzen, soort en betekenis gedeeld "
                   "door de entiteiten van referentie en uitvoer samen",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "entity of the reference or of the output",
      .descriptive = false,
      .evaluate = entity_f1_strict,
      .needs = "terms",
      .source = "SemEval-2013 task 9.1 (Segura-Bedmar and others), scored with the best one-to-one matching",
  });
  list.push_back({
      .id = "entity_f1_exact",
      .title = "entities, exact boundaries (F1)",
      .titel = "entiteiten, exacte grenzen (F1)",
      .meaning = "twice the entities with the same boundaries divided by the entities of the "
                 "reference and of the output together",
      .betekenis = "tweemaal de entiteiten met dezelfde grenzen gedeeld door de entiteiten van "
                   "referentie en uitvoer samen",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "entity of the reference or of the output",
      .descriptive = false,
      .evaluate = entity_f1_exact,
      .needs = "terms",
      .source = "SemEval-2013 task 9.1",
  });
  list.push_back({
      .id = "entity_f1_partial",
      .title = "entities, partial boundaries (F1)",
      .titel = "entiteiten, gedeeltelijke grenzen (F1)",
      .meaning = "twice the entities with the same boundaries, and once those that overlap, "
                 "divided by the entities of the reference and of the output together",
      .betekenis = "tweemaal de entiteiten met dezelfde grenzen, en eenmaal die welke "
                   "overlappen, gedeeld door de entiteiten van referentie en uitvoer samen",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "entity of the reference or of the output",
      .descriptive = false,
      .evaluate = entity_f1_partial,
      .needs = "terms",
      .source = "MUC-5 (Chinchor and Sundheim 1993); SemEval-2013 task 9.1",
  });
  list.push_back({
      .id = "entity_f1_type",
      .title = "entities, type (F1)",
      .titel = "entiteiten, soort (F1)",
      .meaning = "twice the entities that overlap with the same type divided by the entities of "
                 "the reference and of the output together",
      .betekenis = "tweemaal de entiteiten die overlappen en van dezelfde soort zijn gedeeld "
                   "door de entiteiten van referentie en uitvoer samen",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "entity of the reference or of the output",
      .descriptive = false,
      .evaluate = entity_f1_type,
      .needs = "terms",
      .source = "SemEval-2013 task 9.1",
  });
  list.push_back({
      .id = "medication_recall",
      .title = "recall of medication",
      .titel = "herkende medicatie",
      .meaning = "medications right in drug, dose, frequency and route divided by the "
                 "medications of the reference",
      .betekenis = "medicatie die klopt in middel, dosis, frequentie en toedieningsweg gedeeld "
                   "door de medicatie van de referentie",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "medication of the reference",
      .descriptive = false,
      .evaluate = medication_recall,
      .needs = "terms",
  });
  list.push_back({
      .id = "medication_precision",
      .title = "precision of medication",
      .titel = "juiste medicatie",
      .meaning = "medications right in drug, dose, frequency and route divided by the "
                 "medications of the output",
      .betekenis = "medicatie die klopt in middel, dosis, frequentie en toedieningsweg gedeeld "
                   "door de medicatie van de uitvoer",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "medication of the output",
      .descriptive = false,
      .evaluate = medication_precision,
      .needs = "terms",
  });
  list.push_back({
      .id = "number_error_rate",
      .title = "number error rate",
      .titel = "fouten in getallen",
      .meaning = "numbers with another value, unit or kind in their place, or with none, "
                 "divided by the numbers of the reference",
      .betekenis = "getallen waarvoor een andere waarde, eenheid of soort in de plaats staat, "
                   "of niets, gedeeld door de getallen van de referentie",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "number of the reference",
      .descriptive = false,
      .evaluate = number_error_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "negation_flip_rate",
      .title = "negations turned round",
      .titel = "omgekeerde ontkenningen",
      .meaning = "clinical terms that are denied or doubted in one text and not in the other, "
                 "and opposites written for each other, divided by the clinical terms that both "
                 "texts have",
      .betekenis = "medische termen die in de ene tekst ontkend of betwijfeld worden en in de "
                   "andere niet, en tegendelen die verwisseld zijn, gedeeld door de medische "
                   "termen die beide teksten hebben",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "clinical term in both texts",
      .descriptive = false,
      .evaluate = negation_flip_rate,
      .needs = "terms",
      .source = "triggers after NegEx (Chapman and others 2001) and ConText (Harkema and others 2009)",
  });
  list.push_back({
      .id = "laterality_flip_rate",
      .title = "sides turned round",
      .titel = "omgekeerde zijden",
      .meaning = "sides and directions with another in their place divided by the sides and "
                 "directions of the reference",
      .betekenis = "zijden en richtingen waarvoor een andere in de plaats staat gedeeld door de "
                   "zijden en richtingen van de referentie",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "side in the reference",
      .descriptive = false,
      .evaluate = laterality_flip_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "severity4_notes",
      .title = "utterances with a dangerous difference",
      .titel = "uitingen met een gevaarlijk verschil",
      .meaning = "utterances with at least one difference of severity 4 (drug or dose, allergy "
                 "or resuscitation status, negation, side) divided by all utterances",
      .betekenis = "uitingen met ten minste één verschil van ernst 4 (middel of dosis, allergie "
                   "of reanimatiebeleid, ontkenning, zijde) gedeeld door alle uitingen",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "utterance",
      .descriptive = false,
      .evaluate = severity4_notes,
      .needs = "terms",
      .source = "severity scale in the manner of ISO 14971",
  });
  list.push_back({
      .id = "severity4_rate",
      .title = "dangerous differences per utterance",
      .titel = "gevaarlijke verschillen per uiting",
      .meaning = "differences of severity 4 divided by the utterances; can exceed 1",
      .betekenis = "verschillen van ernst 4 gedeeld door de uitingen; kan hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "utterance",
      .descriptive = false,
      .evaluate = severity4_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "severity3_rate",
      .title = "serious differences per utterance",
      .titel = "ernstige verschillen per uiting",
      .meaning = "differences of severity 3 (measured value, invented finding, alarm sign or "
                 "follow-up left out, person) divided by the utterances; can exceed 1",
      .betekenis = "verschillen van ernst 3 (meetwaarde, verzonnen bevinding, weggelaten "
                   "alarmsignaal of vervolgafspraak, persoon) gedeeld door de uitingen; kan hoger "
                   "zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "utterance",
      .descriptive = false,
      .evaluate = severity3_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "severity4_per_concept",
      .title = "dangerous differences per clinical term",
      .titel = "gevaarlijke verschillen per medische term",
      .meaning = "differences of severity 4 divided by the clinical terms of the "
                 "reference; descriptive, because a longer term list makes the divisor larger "
                 "and the tool no safer",
      .betekenis = "verschillen van ernst 4 gedeeld door de medische termen van de "
                   "referentie; beschrijvend, omdat een langere termenlijst de deler groter "
                   "maakt en het systeem niet veiliger",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "clinical term of the reference",
      .descriptive = true,
      .evaluate = severity4_per_concept,
      .needs = "terms",
  });
  list.push_back({
      .id = "weighted_severity",
      .title = "weighted differences per word",
      .titel = "gewogen verschillen per woord",
      .meaning = "differences weighted by severity (0.1, 1, 5, 25) divided by the "
                 "words of the reference; descriptive, because a weighted mean can trade one "
                 "lethal error for many commas",
      .betekenis = "verschillen gewogen naar ernst (0,1, 1, 5, 25) gedeeld door de "
                   "woorden van de referentie; beschrijvend, omdat een gewogen gemiddelde één "
                   "dodelijke fout kan wegstrepen tegen veel komma's",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference word",
      .descriptive = true,
      .evaluate = weighted_severity,
      .needs = "terms",
  });
  list.push_back({
      .id = "invented_run_words",
      .title = "words in invented runs",
      .titel = "woorden in verzonnen passages",
      .meaning = "words in runs that nobody said (four inserted words or more, loops, text in "
                 "silence) divided by the words of the output",
      .betekenis = "woorden in passages die niemand zei (vier of meer toegevoegde woorden, "
                   "herhalingen, tekst bij stilte) gedeeld door de woorden van de uitvoer",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "output word",
      .descriptive = false,
      .evaluate = invented_run_words_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "omitted_run_words",
      .title = "words in omitted runs",
      .titel = "woorden in weggelaten passages",
      .meaning = "words in runs of four left-out words or more divided by the words of the "
                 "reference",
      .betekenis = "woorden in passages van vier of meer weggelaten woorden gedeeld door de "
                   "woorden van de referentie",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = omitted_run_words_rate,
      .needs = "terms",
  });
  list.push_back({
      .id = "command_accuracy",
      .title = "spoken commands executed",
      .titel = "uitgevoerde gesproken opdrachten",
      .meaning = "spoken commands whose mark stands at its place divided by the spoken commands "
                 "that the reference annotates",
      .betekenis = "gesproken opdrachten waarvan het teken op zijn plaats staat gedeeld door de "
                   "gesproken opdrachten die de referentie aangeeft",
      .better = Better::higher,
      .range = Range::proportion,
      .unit = "spoken command",
      .descriptive = false,
      .evaluate = command_accuracy,
      .needs = "terms",
  });
  list.push_back({
      .id = "privacy_findings",
      .title = "identifying values nobody said",
      .titel = "identificerende gegevens die niemand noemde",
      .meaning = "citizen service numbers, telephone numbers, e-mail addresses and dates of "
                 "birth that the reference does not have divided by all utterances",
      .betekenis = "burgerservicenummers, telefoonnummers, e-mailadressen en geboortedata die "
                   "de referentie niet heeft gedeeld door alle uitingen",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "utterance",
      .descriptive = false,
      .evaluate = privacy_findings,
      .needs = "terms",
  });
  return list;
}

}  // namespace keur::transcript
