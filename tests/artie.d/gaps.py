# SPDX-License-Identifier: Apache-2.0
"""The gaps between groups in a report on the Artie Bias Corpus, computed once more: by other code than
keur's, from the counts of count.awk, with Student's t from its definition.

    gaps.py CORPUS.tsv COUNTS REPORT.json [GROUP=RATE...]

COUNTS holds "id errors words" a line. Every part of the gates that compare groups must have the value
and the interval computed here, and a group without either fewer than five speakers. GROUP=RATE: the
group's error rate in percent must be within a point of this figure.
"""
import collections
import csv
import json
import math
import pathlib
import sys

FEWEST_SHOWN = 5


def incomplete_beta(a, b, x):
    """Regularised, by Lentz's continued fraction (Numerical Recipes 6.4)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x)) / a
    tiny, c, d, total = 1e-300, 1.0, 0.0, 1.0
    for step in range(500):
        m = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + term * d or tiny)
        c = 1 + term / c or tiny
        total *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return front * (total - 1)


def t_critical(confidence, freedom):
    low, high = 0.0, 1000.0
    for _ in range(200):
        t = (low + high) / 2
        inside = 1 - incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))
        low, high = (t, high) if inside < confidence else (low, t)
    return low


class Side:
    """The speakers of one group: errors and words of each."""

    def __init__(self, speakers):
        self.words = sum(words for _, words in speakers.values())
        self.rate = sum(errors for errors, _ in speakers.values()) / self.words
        self.scale = math.sqrt(len(speakers) / (len(speakers) - 1)) if len(speakers) > 1 else 0
        self.moves = {who: (errors - self.rate * words) / self.words
                      for who, (errors, words) in speakers.items()}

    def variance(self):
        return self.scale ** 2 * sum(move * move for move in self.moves.values())


def gap(one, other, confidence):
    value, count, other_count = one.rate - other.rate, len(one.moves), len(other.moves)
    if one.moves.keys() & other.moves.keys():
        # A speaker on both sides: the two moves are taken from each other.
        everybody = one.moves.keys() | other.moves.keys()
        variance = sum((one.scale * one.moves.get(who, 0) - other.scale * other.moves.get(who, 0)) ** 2
                       for who in everybody)
        freedom = min(count, other_count) - 1
    else:
        parts = one.variance(), other.variance()
        variance = sum(parts)
        freedom = variance ** 2 / (parts[0] ** 2 / (count - 1) + parts[1] ** 2 / (other_count - 1))
    reach = t_critical(confidence, freedom) * math.sqrt(variance)
    return value, value - reach, value + reach


def groups_of(corpus, counts):
    """field -> level -> speaker -> [errors, words]"""
    groups = collections.defaultdict(
        lambda: collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0])))
    with open(corpus, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            errors, words = counts[pathlib.PurePath(row["path"]).stem]
            for field in ("gender", "accent"):
                sums = groups[field][row[field]][row["client_id"]]
                sums[0] += errors
                sums[1] += words
    return groups


def main():
    corpus, counts_file, report_file, *figures = sys.argv[1:]
    with open(counts_file, encoding="utf-8") as file:
        counts = {name: (int(errors), int(words)) for name, errors, words in map(str.split, file)}
    with open(report_file, encoding="utf-8") as file:
        report = json.load(file)
    groups = groups_of(corpus, counts)
    wrong, compared, hidden, line = [], 0, 0, []
    for gate in report["gates"]:
        if not gate["compare"]:
            continue
        levels = groups[gate["compare"]]
        reference = Side(levels[gate["reference"]])
        shown = {part["level"]: part["measurement"] for part in gate["parts"]}
        if shown.keys() != levels.keys() - {gate["reference"]}:
            wrong.append(f"{gate['id']} compares {sorted(shown)}")
        for level, found in shown.items():
            mine = (None, None, None)
            if len(levels[level]) >= FEWEST_SHOWN:
                mine = gap(Side(levels[level]), reference, report["confidence"])
            theirs = found["value"], found["lower"], found["upper"]
            same = all(a == b if a is None or b is None else abs(a - b) < 1e-9
                       for a, b in zip(mine, theirs))
            if not same:
                wrong.append(f"{gate['id']} {level}: report {theirs}, computed {mine}")
            compared += mine[0] is not None
            hidden += mine[0] is None
            if level in ("female", "indian"):
                line.append("{} {:+.1f} ({:+.1f} to {:+.1f})".format(level, *(100 * x for x in mine)))
    if compared < 10 or hidden < 1:
        wrong.append(f"only {compared} gaps were compared and {hidden} hidden")
    for figure in figures:
        level, rate = figure.split("=")
        for levels in groups.values():
            if level in levels and abs(100 * Side(levels[level]).rate - float(rate)) > 1:
                wrong.append(f"{level}: {100 * Side(levels[level]).rate:.2f} % is not near {rate} %")
    print(f"  {compared} gaps as computed, among them", ", ".join(line))
    for one in wrong:
        print("FAILED:", one)
    sys.exit(bool(wrong))


main()
