# SPDX-License-Identifier: Apache-2.0
"""Counts the word errors of CASES and OUTPUTS with RapidFuzz and prints them as JSON.

Words are what is left between spaces in lower case; nothing else is normalised.
usage: count_by_rapidfuzz.py CASES OUTPUTS
"""

import json
import sys

from rapidfuzz.distance import Levenshtein


def read(path, field):
    with open(path, encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return {record["id"]: record[field].lower().split() for record in records}


def main():
    references = read(sys.argv[1], "text")
    outputs = read(sys.argv[2], "transcript")
    # With the edits, not only their number: keur and jiwer say which they are, too.
    errors = sum(len(Levenshtein.editops(words, outputs[case])) for case, words in references.items())
    total = sum(map(len, references.values()))
    print(json.dumps({"wer": errors / total, "errors": errors, "reference_words": total}))


if __name__ == "__main__":
    main()
