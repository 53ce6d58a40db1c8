# SPDX-License-Identifier: Apache-2.0
"""Compares align_pairs with RapidFuzz, jiwer, kaldialign and meeteval; see tests/peers."""
import json
import logging
import random
import subprocess
import sys
import warnings

import jiwer
import kaldialign
import meeteval.wer
from meeteval.wer.wer.time_constrained import tcp_word_error_rate
from rapidfuzz.distance import Levenshtein

PROGRAM, SPEAKERS, PAIRS = sys.argv[1], sys.argv[2], int(sys.argv[3])
failures = 0
# meeteval remarks on speakers who overlap themselves, which is meant here.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


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


def random_streams(chance, most, words):
    return [
        " ".join(f"w{chance.randrange(words)}" for _ in range(chance.randrange(words)))
        for _ in range(chance.randrange(1, most + 1))
    ]


def random_meeting(kind, chance):
    if kind != "tcp":
        most, words = (4, 12) if kind == "cp" else (3, 6)
        return {"kind": kind, "reference": random_streams(chance, most + (kind == "orc"), words),
                "output": random_streams(chance, most, words)}

    def spoken():
        streams = []
        for _ in range(chance.randrange(1, 4)):
            segments = []
            for _ in range(chance.randrange(1, 6)):
                start = chance.randrange(60)
                # Powers of two make all shares exact, in whatever arithmetic.
                words = [f"{chance.choice('abcd')}" for _ in range(chance.choice([1, 2, 4, 8]))]
                segments.append([start, start + chance.choice([4, 8, 16]), " ".join(words)])
            streams.append(segments)
        return streams

    return {"kind": "tcp", "collar": chance.randrange(6), "reference": spoken(), "output": spoken()}


def named(streams):
    return {f"speaker {at}": text for at, text in enumerate(streams)}


def as_segments(streams):
    return meeteval.io.SegLST([
        {"session_id": "s", "speaker": f"speaker {at}", "start_time": start, "end_time": end, "words": text}
        for at, stream in enumerate(streams) for start, end, text in stream
    ])


def meeting_errors(meeting):
    reference, output = meeting["reference"], meeting["output"]
    if meeting["kind"] == "cp":
        return meeteval.wer.cp_word_error_rate(named(reference), named(output)).errors
    if meeting["kind"] == "orc":
        return meeteval.wer.orc_word_error_rate(reference, output).errors
    return tcp_word_error_rate(
        as_segments(reference), as_segments(output), collar=meeting["collar"]).errors


def compare_meetings(name, kind, count, seed):
    global failures
    chance = random.Random(seed)
    meetings = [random_meeting(kind, chance) for _ in range(count)]
    text = "".join(json.dumps(meeting) + "\n" for meeting in meetings)
    done = subprocess.run([SPEAKERS], input=text, capture_output=True, text=True, check=True)
    differences = [
        (meeting, int(mine), peer)
        for meeting, mine, peer in zip(
            meetings, done.stdout.split(), map(meeting_errors, meetings), strict=True)
        if int(mine) != peer
    ]
    print(f"{name:32} {count - len(differences):6} of {count} meetings agree")
    for meeting, mine, peer in differences[:2]:
        print(f"  {json.dumps(meeting)[:600]}: ours {mine}, theirs {peer}")
    failures += bool(differences)


compare_meetings("meeteval cpWER", "cp", PAIRS // 10, 4)
compare_meetings("meeteval tcpWER", "tcp", PAIRS // 10, 5)
compare_meetings("meeteval ORC WER", "orc", PAIRS // 20, 6)
sys.exit(failures > 0)
