// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/explanation.h"

namespace keur {

std::span<const Explanation> data_explanations() {
  static constexpr Explanation table[] = {
      {"data-cannot-open", "The file is not there or may not be read.",
       "File names in a suite are relative to the suite file."},
      {"data-case-too-large",
       "What is said in one case is more than can be compared at once: with overlap_limit, every "
       "word of the output is tried beside every word of each who speaks at that time.",
       "Leave more people out with a lower overlap_limit, or cut the turns where nobody else "
       "speaks."},
      {"data-changed", "The file changed while it was read; half of each version was judged.",
       "Run again when it is complete."},
      {"data-columns", "A line has fewer or more fields than its format has.",
       "The hint shows the fields of a line."},
      {"data-confidence", "The confidence of a word is not a number.", "Correct or delete the field."},
      {"data-csv-carriage-return",
       "A carriage return stands inside a field without quotes; readers differ in whether the line "
       "ends there.",
       "Quote the field; end lines with a line feed."},
      {"data-csv-quote", "A double quote is opened and not closed, or stands inside a field that does "
       "not begin with one.", "Double the quotes inside a quoted field, or say quotes: false."},
      {"data-csv-width", "A line has another number of fields than the first line names.",
       "Quote fields that hold the delimiter."},
      {"data-ctm-alternative", "A choice of words in a CTM file is not closed, nested or empty.",
       "Write <ALT_BEGIN>, <ALT> and <ALT_END> in order; @ where nothing was said."},
      {"data-cue", "A subtitle has no two times, or the file is of another format.",
       "The hint shows how the times of a cue are written."},
      {"data-duplicate-case", "A case id stands twice in the reference data.",
       "Keep one, or make the ids differ."},
      {"data-duplicate-field", "A field stands twice in one record; one would be ignored.",
       "Keep one."},
      {"data-duplicate-output", "A case has two outputs; which one is to be judged?",
       "Keep the one that is to be judged."},
      {"data-empty", "The file holds no record.", "Was the export finished?"},
      {"data-field-type", "A field holds something else than text or a number.",
       "Name the field that holds the text itself."},
      {"data-json-syntax", "This is not JSON.", "One JSON object a line, nothing behind it."},
      {"data-line-too-long", "A record is longer than 8 MiB: probably a line break or a quote is lost.",
       "Look at the place where the record begins."},
      {"data-missing-field", "A record lacks a field that the suite names, or it is null or empty.",
       "Fill it in, or name another field in the suite."},
      {"data-no-cases", "The reference data hold no case; nothing could be judged.",
       "Was the export finished?"},
      {"data-no-times", "A format that cannot do without times was asked of a text that has none.",
       "Choose a format without times."},
      {"data-not-a-file", "A directory, a pipe or a device stands where a file is expected. Data are "
       "read more than once, so that what was judged is what was sealed.",
       "Write the data to a file first."},
      {"data-not-an-object", "A line is JSON and not an object, so its fields have no names.",
       "One object a line: {\"id\": \"...\", ...}."},
      {"data-notation",
       "The suite asks for alternatives, { a / b }, and a text breaks their notation. Counted as it "
       "stands it could lose words in silence.",
       "Close or open the brace; before a brace or slash that is text stands a backslash."},
      {"data-nul", "The line holds a NUL byte. Often the file is UTF-16.",
       "Convert it: iconv -f utf-16 -t utf-8."},
      {"data-several-recordings", "The file holds several recordings and the other format holds one.",
       "Split it."},
      {"data-textgrid", "The TextGrid is cut off or is another file.",
       "Save it in Praat as a text file."},
      {"data-time", "A time is no number of seconds, negative, or longer than ten years.",
       "Times are in seconds from the start of the recording."},
      {"data-time-order", "A segment ends before it starts.", "Correct one of the two times."},
      {"data-time-precision", "A time is finer than a microsecond and could not be kept exactly.",
       "Round it to six digits behind the point."},
      {"data-too-deep", "JSON nested deeper than any export is.", "Name a flatter export."},
      {"data-too-large", "A file that has to be read whole is larger than 256 MiB.", "Split it."},
      {"data-trn-id", "A line of a trn file does not end with an id in parentheses.",
       "The text, then (speaker-utterance)."},
      {"data-undeclared-level",
       "The suite declares its conditions with levels:, and cases have another one. They would be "
       "pooled with the rest, and no gate would look at them by themselves.",
       "Add the condition to levels:, or leave these cases out of the data."},
      {"data-unknown-format", "Neither the suite nor the file's ending says what format it has.",
       "Add format: to the suite."},
      {"data-unknown-output",
       "An output belongs to no case. It may be of another data set, and dropping it would hide that.",
       "Give the outputs of this reference data."},
      {"data-utf8", "The file is not valid UTF-8 here; guessing the letters could change a name or a "
       "dose.", "Convert it: iconv -f windows-1252 -t utf-8."},
      {"run-not-the-same", "An unfinished run lies in the output folder and is about other cases.",
       "The same command starts anew."},
      {"usage-plan-base",
       "keur plan does not know how good the tool is in the group or condition a gate compares with; "
       "no gate of the suite on the same metric says it, and there is no pilot.",
       "Say it with --base GATE=VALUE, or give a --pilot."},
      {"usage-plan-clusters",
       "There are no reference data to count speakers in, and no option says how many there will be.",
       "Give --clusters N; for a gate that compares groups, --clusters GATE/LEVEL=N for each."},
      {"usage-plan-spread",
       "The standard deviation between speakers is larger than any that values around the assumed one "
       "can have.",
       "Write it in points: --spread words=4% for speakers who differ by 4 points."},
      {"usage-plan-truth",
       "The values assumed of the tool leave nothing to compute with: a rate below 0 or above 1, for "
       "example a difference larger than the value it is taken from.",
       "Say what the tool is with --true GATE=VALUE, and what it is compared with with --base."},
      {"usage-plan-units",
       "There are no reference data to count words in, and no option says how many of them a speaker "
       "gives.",
       "Give --units N, or --units GATE=N where a metric counts something else than words."},
      {"usage-unknown-gate", "An option names a gate that the suite does not have.",
       "The hint lists the gates."},
      {"usage-unknown-task", "--outputs names a task that the suite does not have.",
       "Correct the name."},
  };
  return table;
}

}  // namespace keur
