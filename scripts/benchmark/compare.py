# SPDX-License-Identifier: Apache-2.0
"""Is keur's word error rate that of another program? Prints both counts; exit 0: yes, 1: no.

Both give the fewest errors that turn the reference into the output, so the totals are equal to the
word; how the total splits into kinds may differ where several alignments are equally short.
usage: compare.py REPORT_JSON NAME COUNTS_JSON
"""

import json
import sys

TOLERANCE = 1e-9


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def word_error_rate(report):
    """Numerator and denominator over all cases."""
    for measure in report["measures"]:
        whole = not (measure["group"] or measure["condition"])
        if measure["metric"] == "wer" and whole:
            return measure["measurement"]["numerator"], measure["measurement"]["denominator"]
    sys.exit("the report has no word error rate over all cases")


def main():
    errors, words = word_error_rate(read(sys.argv[1]))
    name, other = sys.argv[2], read(sys.argv[3])
    rate = errors / words
    same_rate = abs(rate - other["wer"]) <= TOLERANCE
    same_counts = (errors, words) == (other["errors"], other["reference_words"])
    print(f"WER of keur:  {rate:.10f} ({errors:,} errors in {words:,} words)")
    print(
        f"WER of {name}: {other['wer']:.10f} "
        f"({other['errors']:,} errors in {other['reference_words']:,} words)"
    )
    sys.exit(0 if same_rate and same_counts else 1)


if __name__ == "__main__":
    main()
