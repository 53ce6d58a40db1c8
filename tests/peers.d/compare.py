# SPDX-License-Identifier: Apache-2.0
"""Compares align_pairs with RapidFuzz, jiwer, kaldialign and meeteval; see tests/peers."""
import random
import subprocess
import sys

import jiwer
import kaldialign
import meeteval.wer
from rapidfuzz.distance import Levenshtein

PROGRAM, PAIRS = sys.argv[1], int(sys.argv[2])
failures = 0


def ours(mode, pairs):
    text = "".join(" ".join(words) + "\n" for pair in pairs for words in pair)
    done = subprocess.run([PROGRAM, mode], input=text, capture_output=True, text=True, check=True)
    return [tuple(map(int, line.split())) for line in done.stdout.splitlines()]


def distorted(reference, share, words, chance):
    output = []
    for word in reference:
        if chance.random() >= share:
            output.append(word)
            continue
        kind = chance.randrange(3)
        if kind == 1:
            output.append(f"w{chance.randrange(words)}")
        if kind == 2:
            output += [word, f"w{chance.randrange(words)}"]
    return output


def random_pairs(count, lengths, seed):
    chance = random.Random(seed)
    pairs = []
    for _ in range(count):
        words = chance.choice([2, 5, 20, 300])
        reference = [f"w{chance.randrange(words)}" for _ in range(chance.randrange(*lengths))]
        pairs.append((reference, distorted(reference, chance.random(), words, chance)))
    return pairs


def of_operations(pair, operations):
    """matched, substituted, removed, inserted of (tag, ...) operations without matches."""
    substituted = sum(tag == "replace" for tag, *_ in operations)
    removed = sum(tag == "delete" for tag, *_ in operations)
    inserted = sum(tag == "insert" for tag, *_ in operations)
    return len(pair[0]) - substituted - removed, substituted, removed, inserted


def rapidfuzz(pair):
    return of_operations(pair, [(o.tag,) for o in Levenshtein.editops(*pair)])


def jiwer_counts(pair):
    # jiwer refuses a reference without words.
    if not pair[0]:
        return 0, 0, 0, len(pair[1])
    found = jiwer.process_words(" ".join(pair[0]), " ".join(pair[1]))
    return found.hits, found.substitutions, found.deletions, found.insertions


def kaldialign_counts(pair):
    found = kaldialign.edit_distance(*pair)
    return len(pair[0]) - found["sub"] - found["del"], found["sub"], found["del"], found["ins"]


def meeteval_counts(pair):
    found = meeteval.wer.siso_word_error_rate(" ".join(pair[0]), " ".join(pair[1]))
    substituted, removed = found.substitutions, found.deletions
    return len(pair[0]) - substituted - removed, substituted, removed, found.insertions


def compare(name, mode, pairs, theirs, totals_only=False):
    global failures
    differences = [
        (pair, mine, peer)
        for pair, mine, peer in zip(pairs, ours(mode, pairs), map(theirs, pairs), strict=True)
        if (sum(mine[1:]) != sum(peer[1:]) if totals_only else mine != peer)
    ]
    print(f"{name:32} {len(pairs) - len(differences):6} of {len(pairs)} pairs agree")
    for pair, mine, peer in differences[:3]:
        print(f"  {' '.join(pair[0])[:200]} | {' '.join(pair[1])[:200]}: ours {mine}, theirs {peer}")
    failures += bool(differences)


short = random_pairs(PAIRS, (0, 40), 1)
compare("RapidFuzz editops", "rapidfuzz", short, rapidfuzz)
compare("jiwer process_words", "rapidfuzz", short, jiwer_counts)
compare("kaldialign edit_distance", "kaldi", short, kaldialign_counts)
compare("meeteval siso", "kaldi", short, meeteval_counts)
compare("RapidFuzz totals", "text", short, rapidfuzz, totals_only=True)
middle = random_pairs(PAIRS // 50, (60, 600), 2)
compare("RapidFuzz editops, long", "rapidfuzz", middle, rapidfuzz)
compare("kaldialign edit_distance, long", "kaldi", middle, kaldialign_counts)
# Longer than a megabyte of matrix: RapidFuzz halves these.
long = random_pairs(max(PAIRS // 500, 1), (2500, 6000), 3)
compare("RapidFuzz editops, halved", "rapidfuzz", long, rapidfuzz)
sys.exit(failures > 0)
