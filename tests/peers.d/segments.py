# SPDX-License-Identifier: Apache-2.0
"""Compares whole runs of keur, words with times dealt to the segments of a reference, with NIST sclite
on random recordings; see tests/peers."""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

KEUR, RUNS = sys.argv[1], int(sys.argv[2])
SCLITE = os.environ.get("SCLITE", "/usr/lib/sctk/bin/sclite")
SCORES = re.compile(r"id: \((\w+)-\d+\)\n(?:.*\n)*?Scores: \(#C #S #D #I\) (\d+) (\d+) (\d+) (\d+)")


def suite(cut):
    return f"""keur: 1
suite: peers
version: 1.0.0
title: Random recordings
burden: tool
seed: "1"
tasks:
  - id: recordings
    kind: transcript
    cases: {{file: reference.stm, id: id, reference: text, cluster: id}}
    outputs: {{file: outputs.ctm, id: id, text: text, cut: {cut}}}
    normalise: verbatim-1
    align: sclite
gates:
  - {{id: words, task: recordings, metric: wer, at_most: 10%}}
"""


def random_recordings(chance, folder):
    """Segments, some empty and some not to be scored; words before, between and behind them."""
    segments, words = [], []
    for recording in "vw":
        for channel in "ab"[: chance.randrange(1, 3)]:
            at = chance.randrange(8) / 2
            for number in range(chance.randrange(1, 6)):
                length = chance.choice([1, 2, 2.5, 3])
                text = " ".join(chance.choice("abcd") for _ in range(chance.randrange(5)))
                if chance.random() < 0.2:
                    text = "IGNORE_TIME_SEGMENT_IN_SCORING"
                segments.append(f"{recording} {channel} {recording}{channel}{number} {at} {at + length} {text}\n")
                at += length + chance.choice([0, 0, 0.5, 2])
            now = chance.randrange(8) / 4
            while now < at + 3:
                length = chance.choice([0.25, 0.5, 1])
                words.append(f"{recording} {channel} {now} {length} {chance.choice('abcd')}\n")
                now += length + chance.choice([0, 0, 0.25, 1])
    (folder / "reference.stm").write_text("".join(segments))
    (folder / "outputs.ctm").write_text("".join(words))


def ours(folder, cut):
    (folder / "suite.yaml").write_text(suite(cut))
    done = subprocess.run([KEUR, "run", folder / "suite.yaml", "--out", folder / "report", "--force", "--quiet"],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr)
    lines = [json.loads(line) for line in (folder / "report/evidence/ledger.jsonl").read_text().splitlines()]
    columns = lines[0]["tasks"][0]["columns"]
    rows = [(line["case"].split("-")[2], dict(zip(columns, line["counts"], strict=True)))
            for line in lines if "case" in line]
    return sorted((name, tuple(int(row[part]) for part in ("matched", "substituted", "removed", "inserted")))
                  for name, row in rows)


def theirs(folder, options):
    said = subprocess.run([SCLITE, "-r", folder / "reference.stm", "stm", "-h", folder / "outputs.ctm", "ctm",
                           "-o", "pra", "stdout", *options], capture_output=True, text=True).stdout
    return sorted((found[1], tuple(int(found[part]) for part in (2, 3, 4, 5))) for found in SCORES.finditer(said))


if not os.path.exists(SCLITE):
    print(f"SKIPPED: no sclite at {SCLITE} (package sctk)")
    sys.exit(0)
failures = 0
for name, options in (("reference", []), ("reference_span", ["-m", "hyp"])):
    same = segments = 0
    for seed in range(RUNS):
        with tempfile.TemporaryDirectory() as made:
            folder = pathlib.Path(made)
            random_recordings(random.Random(seed), folder)
            mine, peer = ours(folder, name), theirs(folder, options)
            same += mine == peer
            segments += len(peer)
            if mine != peer:
                print(f"  {seed}: ours {mine}, theirs {peer}")
    print(f"{'sclite ' + ' '.join(options) + ', cut: ' + name:44} {same:5} of {RUNS} runs agree ({segments} segments)")
    failures += same != RUNS
sys.exit(failures > 0)
