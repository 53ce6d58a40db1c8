# SPDX-License-Identifier: Apache-2.0
"""Counts the word errors of CASES and OUTPUTS with jiwer and prints them as JSON.

Words are what is left between spaces in lower case; nothing else is normalised.
usage: count_by_jiwer.py CASES OUTPUTS
"""

import json
import sys

import jiwer


def read(path, field):
    with open(path, encoding="utf-8") as lines:
        records = map(json.loads, lines)
        return {record["id"]: record[field] for record in records}


def main():
    references = read(sys.argv[1], "text")
    outputs = read(sys.argv[2], "transcript")
    words = jiwer.Compose([jiwer.ToLowerCase(), jiwer.ReduceToListOfListOfWords()])
    result = jiwer.process_words(
        list(references.values()),
        [outputs[case] for case in references],
        reference_transform=words,
        hypothesis_transform=words,
    )
    counts = {
        "wer": result.wer,
        "errors": result.substitutions + result.deletions + result.insertions,
        "reference_words": result.hits + result.substitutions + result.deletions,
    }
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
