// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/reading.h"

namespace keur::transcript {

Reading read_pair(const TermFinder& finder, Words reference, Words output, Aligner& aligner) {
  const Language language = finder.list().language == "en" ? Language::english : Language::dutch;
  Reading r;
  r.reference = reference;
  r.output = output;
  r.layout = lay_out(reference, output, aligner.trace(reference, output));
  r.in_reference = finder.find(reference);
  r.in_output = finder.find(output);
  r.hits = aligned_hits(r.in_reference, r.in_output, r.layout);
  r.reference_numbers = find_quantities(reference, language);
  r.output_numbers = find_quantities(output, language);
  r.terms = count_terms(r.in_reference, r.in_output, r.hits, r.layout);
  r.entities = score_entities(entities_of(r.in_reference, r.layout.reference_column),
                              entities_of(r.in_output, r.layout.output_column))
                   .counts;
  r.medication =
      compare_medication(find_medication(reference, r.in_reference, r.reference_numbers),
                         find_medication(output, r.in_output, r.output_numbers), r.layout);
  r.numbers = compare_numbers(r.reference_numbers, r.output_numbers, r.layout);
  r.polarity = compare_polarity(reference, output, r.in_reference, r.in_output, r.hits, r.layout);
  r.sides = compare_sides(reference, output, r.in_reference, r.in_output, r.layout);
  r.runs = find_runs(reference, output, r.layout);
  return r;
}

}  // namespace keur::transcript
