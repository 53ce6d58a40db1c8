// SPDX-License-Identifier: Apache-2.0
// The metrics of words, characters and utterances. Descriptive are the three on which a bound would
// say little: the mean over utterances, which can order two tools the other way round than the
// error rate of all words does, and two that move when words are merely added.
#include "metrics/transcript/error_rates.h"
#include "metrics/transcript/metric_tables.h"
#include "metrics/transcript/word_information.h"

namespace keur::transcript {

std::vector<Metric> word_metrics() {
  std::vector<Metric> list;
  list.push_back({
      .id = "wer",
      .title = "word error rate",
      .titel = "woordfouten",
      .meaning = "substituted, removed and inserted words divided by the words of the reference; "
                 "can exceed 1",
      .betekenis = "vervangen, weggelaten en toegevoegde woorden gedeeld door de woorden van de "
                   "referentie; kan hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = word_error_rate,
      .source = "Levenshtein (1966), Soviet Physics Doklady 10:707; pooled over utterances as NIST sclite does",
  });
  list.push_back({
      .id = "wer_compound",
      .title = "word error rate, compounds forgiven",
      .titel = "woordfouten, samenstellingen vergeven",
      .meaning =
          "word errors that remain when a compound written apart, or words written as one, is "
          "forgiven, divided by the words of the reference; numbers, negations and sides are "
          "never forgiven; can exceed 1",
      .betekenis =
          "woordfouten die overblijven als een los geschreven samenstelling, of woorden die "
          "aaneen zijn geschreven, wordt vergeven, gedeeld door de woorden van de "
          "referentie; getallen, ontkenningen en links of rechts worden nooit vergeven; kan "
          "hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = compound_tolerant_word_error_rate,
  });
  list.push_back({
      .id = "cer",
      .title = "character error rate",
      .titel = "tekenfouten",
      .meaning = "substituted, removed and inserted characters divided by the characters of the "
                 "reference, spaces between words counted; can exceed 1",
      .betekenis = "vervangen, weggelaten en toegevoegde tekens gedeeld door de tekens van de "
                   "referentie, spaties tussen woorden meegeteld; kan hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference character",
      .descriptive = false,
      .evaluate = character_error_rate,
      .source = "the same distance over code points; spaces counted as jiwer does",
  });
  list.push_back({
      .id = "sentence_error_rate",
      .title = "sentence error rate",
      .titel = "uitingen met een fout",
      .meaning = "utterances with at least one word error divided by all utterances",
      .betekenis = "uitingen met ten minste één woordfout gedeeld door alle uitingen",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "utterance",
      .descriptive = false,
      .evaluate = sentence_error_rate,
      .source = "NIST sclite, S.Err",
  });
  list.push_back({
      .id = "substitution_rate",
      .title = "substitution rate",
      .titel = "vervangen woorden",
      .meaning = "words with another word in their place divided by the words of the reference",
      .betekenis = "woorden waarvoor een ander woord in de plaats staat gedeeld door de woorden "
                   "van de referentie",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = substitution_rate,
      .source = "NIST sclite",
  });
  list.push_back({
      .id = "removal_rate",
      .title = "removal rate",
      .titel = "weggelaten woorden",
      .meaning = "words that were left out (also called deleted) divided by the words of the "
                 "reference",
      .betekenis = "woorden die zijn weggelaten gedeeld door de woorden van de referentie",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = removal_rate,
      .source = "NIST sclite, Del",
  });
  list.push_back({
      .id = "insertion_rate",
      .title = "insertion rate",
      .titel = "toegevoegde woorden",
      .meaning = "words that were not said divided by the words of the reference; can exceed 1",
      .betekenis = "woorden die niet zijn gezegd gedeeld door de woorden van de referentie; kan "
                   "hoger zijn dan 1",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "reference word",
      .descriptive = false,
      .evaluate = insertion_rate,
      .source = "NIST sclite, Ins",
  });
  list.push_back({
      .id = "match_error_rate",
      .title = "match error rate",
      .titel = "fouten in de uitlijning",
      .meaning = "substituted, removed and inserted words divided by those and the matched words; "
                 "descriptive, because each added word makes the divisor larger too",
      .betekenis = "vervangen, weggelaten en toegevoegde woorden gedeeld door die woorden plus de "
                   "goede; beschrijvend, omdat elk toegevoegd woord ook de deler groter maakt",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "aligned word",
      .descriptive = true,
      .evaluate = match_error_rate,
      .source = "Morris, Maier and Green (2004), Interspeech",
  });
  list.push_back({
      .id = "word_information_lost",
      .title = "word information lost",
      .titel = "verloren woordinformatie",
      .meaning = "1 minus the matched share of the reference times the matched share of the "
                 "output; descriptive, because a product of two shares tells no one which of the "
                 "two is bad",
      .betekenis = "1 min het goede deel van de referentie maal het goede deel van de uitvoer; "
                   "beschrijvend, omdat een product van twee aandelen niet zegt welk van de twee "
                   "slecht is",
      .better = Better::lower,
      .range = Range::proportion,
      .unit = "pair of a reference word and an output word",
      .descriptive = true,
      .evaluate = word_information_lost,
      .source = "Morris, Maier and Green (2004), Interspeech",
  });
  list.push_back({
      .id = "mean_utterance_wer",
      .title = "mean word error rate of utterances",
      .titel = "gemiddelde woordfouten per uiting",
      .meaning = "the word error rates of utterances with words, added and divided by their "
                 "number; descriptive, because one word in a short utterance then weighs as much "
                 "as a whole long utterance and the order of two tools can turn round",
      .betekenis = "de woordfouten van uitingen met woorden, opgeteld en gedeeld door hun aantal; "
                   "beschrijvend, omdat één woord in een korte uiting dan evenveel weegt als een "
                   "hele lange uiting en de volgorde van twee systemen kan omkeren",
      .better = Better::lower,
      .range = Range::nonnegative,
      .unit = "utterance with words",
      .descriptive = true,
      .evaluate = mean_utterance_word_error_rate,
      .source = "in wide use; vendors' benchmarks have ranked by it",
  });
  return list;
}

}  // namespace keur::transcript
