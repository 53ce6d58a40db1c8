# SPDX-License-Identifier: Apache-2.0
"""Counts the cpWER of visits with meeteval. Prints errors and words of the reference.

Every two neighbouring lines of CASES and of OUTPUTS are the speakers of a visit; in the output they
stand in the other order.
usage: count_by_meeteval.py CASES OUTPUTS
"""

import json
import sys

from meeteval.wer import cp_word_error_rate


def read(path, field):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)[field] for line in lines]


def main():
    references = read(sys.argv[1], "text")
    outputs = read(sys.argv[2], "transcript")
    errors = words = 0
    for at in range(0, len(references), 2):
        counts = cp_word_error_rate(
            {"first": references[at], "second": references[at + 1]},
            {"one": outputs[at + 1], "other": outputs[at]},
        )
        errors += counts.errors
        words += counts.length
    print(f"{errors} errors in {words} words")


if __name__ == "__main__":
    main()
