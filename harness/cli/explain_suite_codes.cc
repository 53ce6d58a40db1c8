// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/explanation.h"

namespace keur {

std::span<const Explanation> suite_explanations() {
  static constexpr Explanation table[] = {
      {"suite-ambiguous-number",
       "A number begins with a zero. Some YAML readers take 010 as eight, others as ten; a limit or "
       "a seed must mean one thing everywhere.",
       "Write the number without the leading zero."},
      {"suite-bare-percentage",
       "A proportion above 1 was written without a unit: 15 could mean 15 % or fifteen times.",
       "Write 15% or 0.15; for a difference write 3 points."},
      {"suite-burden",
       "The burden of proof is neither of the two: `tool` (it must prove that it is good enough, "
       "for a purchase) or `regression` (harm must be proven, for a pipeline).",
       "Write burden: tool or burden: regression."},
      {"suite-condition-levels",
       "The list of declared conditions names one twice, or does not name the baseline or one that "
       "has a dose.",
       "Name every condition once, the baseline too."},
      {"suite-confidence", "A confidence level outside 50 % to 99.99 % gives no usable interval.",
       "95% is customary."},
      {"suite-control-character",
       "The file holds a byte that no editor shows. It may be damaged, or not be UTF-8.",
       "Delete the character; save the file as UTF-8."},
      {"suite-cut",
       "Words can only be dealt to segments where both have times: an STM reference, a CTM output.",
       "Give such files, or leave out `cut`."},
      {"suite-dose", "A slope needs conditions with at least two different doses.",
       "Give each condition that has one its number: dose: {noise-20dB: 20, noise-10dB: 10}."},
      {"suite-duplicate-group", "A group field is listed twice in `groups`.", "List it once."},
      {"suite-duplicate-id", "Two tasks or two gates have one name; a report could not tell them apart.",
       "Give each a name of its own."},
      {"suite-duplicate-key",
       "A key stands twice in one map. YAML readers differ in which of the two they take.",
       "Keep one of the two."},
      {"suite-duplicate-term",
       "Two concepts of a term list claim the same words, so a hit would be of both.",
       "Leave the term with the concept it means."},
      {"suite-duration", "A length of time without its unit could be seconds or milliseconds.",
       "Write 5 s or 0.25 s: at most three decimals, at most an hour."},
      {"suite-empty", "The file holds no suite.", "Start from suites/demo.yaml."},
      {"suite-empty-list", "A list that must have an entry has none: a suite without gates or tasks "
       "decides nothing.", "Add an entry."},
      {"suite-empty-text", "A text that a reader of the report needs is empty.", "Write it."},
      {"suite-format", "The suite is written for another version of the suite format.",
       "Use the program the suite was written for, or rewrite it as format 1."},
      {"suite-key-not-text", "A key of a map is a list or a map.", "Keys are plain words."},
      {"suite-looks",
       "The looks are not whole numbers, or this look lies beyond the planned ones. Each look that "
       "was not planned gives the tool another chance to pass by luck.",
       "Plan the looks before the first one: {planned: 3, this: 1}."},
      {"suite-metric-needs-terms",
       "The metric counts clinical terms, and the task names no list of them.",
       "Give the task terms: FILE, or judge a metric of words."},
      {"suite-missing-key", "A key that every map of this kind needs is not there.",
       "Add the key that the message names; the hint says what it holds."},
      {"suite-name", "A name would go into file names and has characters that may not stand there.",
       "Letters, digits and - _ . only, at most 64, a letter or digit first."},
      {"suite-no-outputs", "Neither the suite nor the command line says where the outputs are.",
       "Add file: to the outputs, or give --outputs TASK=FILE."},
      {"suite-not-a-number", "A number is expected here.",
       "Write digits, with a point before decimals."},
      {"suite-not-a-truth", "A yes or no is expected here. The older words (yes, no, on, off) and "
       "quoted words are texts to a strict reader.", "Write true or false."},
      {"suite-not-finite",
       "Not-a-number and infinity compare false with every result, so a gate could never fail.",
       "Write a finite number."},
      {"suite-seed", "The seed is not a whole number below 2^64.", "A date will do: \"20260401\"."},
      {"suite-several-documents", "The file holds more than one YAML document; readers differ in "
       "which one they take.", "Keep one document a file."},
      {"suite-too-deep", "The file is nested deeper than any suite is.", "Flatten it."},
      {"suite-too-large", "The file is larger than any suite is.", "Put data into data files."},
      {"suite-unknown-choice", "A setting has a value that is not on its list.",
       "Choose one of the values that the hint names."},
      {"suite-unknown-format", "No data format has this name.",
       "Choose one of the formats that the hint names; suites/README.md says what each reads."},
      {"suite-unknown-key",
       "A key that means nothing here. It may be a misspelt one, and its absence would change what "
       "is judged.",
       "Correct or delete it."},
      {"suite-unknown-kind", "No task kind has this name.", "Choose one that the hint names."},
      {"suite-utf8", "The file is not valid UTF-8.",
       "Convert it: iconv -f windows-1252 -t utf-8."},
      {"suite-wrong-type", "A map, a list or a text stands where another of the three is expected.",
       "The hint shows the form."},
      {"suite-yaml-alias", "YAML aliases (*name) let a file mean more than it shows.",
       "Write the value out."},
      {"suite-yaml-anchor", "YAML anchors (&name) serve aliases, which are refused.",
       "Delete the anchor."},
      {"suite-yaml-merge", "YAML merge keys (<<) are expanded by some readers and not by others.",
       "Write the keys out."},
      {"suite-yaml-syntax", "This is not YAML.",
       "Check indentation and quotes at the place named and on the line before it."},
      {"suite-yaml-tag", "YAML tags (!type) change how a value is read.", "Delete the tag."},
  };
  return table;
}

}  // namespace keur
