# SPDX-License-Identifier: Apache-2.0
"""Compares whole runs of keur on random conversations with meeteval, pyannote.metrics and, where it is
installed, NIST md-eval; see tests/peers. Every recording is compared by itself, out of the ledger."""
import json
import logging
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import meeteval
from pyannote.core import Annotation, Segment, Timeline
from pyannote.metrics.diarization import DiarizationErrorRate, JaccardErrorRate
from scipy.optimize import linear_sum_assignment

KEUR, RECORDINGS = sys.argv[1], int(sys.argv[2])
MD_EVAL = os.environ.get("MD_EVAL", "/usr/lib/sctk/bin/md-eval.pl")
COLLAR = 2  # of tcpWER, seconds
DIARISATION_COLLAR = 0.5
END = 60
failures = 0
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def random_side(chance, recording, names):
    """Turns of a few speakers, who may speak at one time but not twice at a time."""
    turns = []
    for name in names[: chance.randrange(1, len(names) + 1)]:
        at = chance.randrange(8) / 2
        for _ in range(chance.randrange(1, 5)):
            length = chance.choice([1, 2, 4])
            # Powers of two make every word's share exact, in whatever arithmetic.
            words = [chance.choice("abcd") for _ in range(chance.choice([1, 2, 4, 8]))]
            turns.append({"session_id": recording, "speaker": name, "start_time": at,
                          "end_time": at + length, "words": " ".join(words)})
            at += length + chance.randrange(1, 12) / 2
    chance.shuffle(turns)
    return turns


def heard(chance, turns):
    """What a tool might make of them: other names, words and times, some turns lost."""
    named = {}
    output = []
    for turn in turns:
        if chance.random() < 0.1:
            continue
        name = named.setdefault(turn["speaker"], f"out{len(named)}")
        if chance.random() < 0.15:
            name = f"out{chance.randrange(4)}"
        shift = chance.choice([0, 0, 0.25, -0.25, 0.5])
        start = max(0, turn["start_time"] + shift)
        words = [word if chance.random() > 0.3 else chance.choice("abcd") for word in turn["words"].split()]
        output.append(dict(turn, speaker=name, start_time=start,
                           end_time=start + turn["end_time"] - turn["start_time"], words=" ".join(words)))
    # Nobody speaks twice at a time.
    free = {}
    kept = []
    for turn in sorted(output, key=lambda turn: turn["start_time"]):
        if turn["start_time"] >= free.get(turn["speaker"], 0):
            free[turn["speaker"]] = turn["end_time"]
            kept.append(turn)
    return kept


def suite(convention, overlap):
    return f"""keur: 1
suite: peers
version: 1.0.0
title: Random conversations
burden: tool
seed: "1"
tasks:
  - id: meetings
    kind: conversation
    cases: {{file: reference.seglst.json, id: id, cluster: id}}
    outputs: {{file: outputs.seglst.json, id: id}}
    normalise: verbatim-1
    collar: {COLLAR} s
    diarisation_collar: {DIARISATION_COLLAR} s
    collar_convention: {convention}
    overlap: {overlap}
gates:
  - {{id: words, task: meetings, metric: cpwer, at_most: 10%}}
"""


def counted(folder, convention, overlap):
    """The columns of every recording, by name."""
    (folder / "suite.yaml").write_text(suite(convention, overlap))
    out = folder / f"{convention}-{overlap}"
    done = subprocess.run([KEUR, "run", folder / "suite.yaml", "--out", out, "--quiet"], capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr)
    lines = [json.loads(line) for line in (out / "evidence/ledger.jsonl").read_text().splitlines()]
    columns = lines[0]["tasks"][0]["columns"]
    return {line["case"]: dict(zip(columns, line["counts"], strict=True)) for line in lines if "case" in line}


def compare(name, ours, theirs):
    global failures
    differences = [key for key in theirs if ours[key] != theirs[key]]
    print(f"{name:44} {len(theirs) - len(differences):5} of {len(theirs)} recordings agree")
    for key in differences[:3]:
        print(f"  {key}: ours {ours[key]}, theirs {theirs[key]}")
    failures += bool(differences)


def three(row, first):
    return tuple(int(row[first + part]) for part in ("substituted", "removed", "inserted"))


def of_rates(rates):
    return {key: (rate.substitutions, rate.deletions, rate.insertions) for key, rate in rates.items()}


def totals(counts):
    return {key: sum(three) for key, three in counts.items()}


def compare_words(rows, reference, output):
    sides = meeteval.io.SegLST(reference), meeteval.io.SegLST(output)
    for name, first, theirs in (
        ("meeteval cpWER", "", of_rates(meeteval.wer.cpwer(*sides))),
        ("meeteval tcpWER", "timed_", of_rates(meeteval.wer.tcpwer(*sides, collar=COLLAR))),
        ("meeteval ORC WER", "orc_", of_rates(meeteval.wer.orcwer(*sides))),
    ):
        ours = {key: three(row, first) for key, row in rows.items()}
        if first == "timed_":
            compare(name + ", how it divides too", ours, theirs)
            continue
        # Several mappings or readings can be equally good and divide differently.
        compare(name, totals(ours), totals(theirs))
        same = sum(ours[key] == theirs[key] for key in theirs)
        print(f"{'':10} substituted, removed and inserted alike in {same}")
    assert all(row["orc_exact"] == 1 for row in rows.values())


def by_recording(turns):
    recordings = {}
    for turn in turns:
        recordings.setdefault(turn["session_id"], []).append(turn)
    return recordings


def annotation(turns):
    made = Annotation()
    for number, turn in enumerate(turns):
        made[Segment(turn["start_time"], turn["end_time"]), number] = turn["speaker"]
    return made


def milliseconds(*seconds):
    return tuple(round(one * 1000) for one in seconds)


def times(row):
    return milliseconds(*(row[part] / 1e6 for part in
                          ("reference_time", "missed_time", "false_alarm_time", "confused_time")))


def moments(speakers):
    """Of each speaker the eighths of a second in which it speaks."""
    return [{eighth for segment in speakers.label_timeline(name)
             for eighth in range(round(segment.start * 8), round(segment.end * 8))} for name in speakers.labels()]


def least_jaccard(reference, output):
    """Speakers, and the sum of their errors under the mapping that makes it least, as dscore has it."""
    costs = [[1 - len(one & other) / len(one | other) for other in moments(output)] for one in moments(reference)]
    if not costs or not costs[0]:
        return len(costs), float(len(costs))
    rows, columns = linear_sum_assignment(costs)
    return len(costs), round(len(costs) - len(rows) + sum(costs[i][j] for i, j in zip(rows, columns)), 6)


def compare_pyannote(rows, reference, output, overlap):
    skip = overlap == "skipped"
    theirs, jaccard, same = {}, {}, 0
    metric = DiarizationErrorRate(collar=DIARISATION_COLLAR, skip_overlap=skip)
    for key, turns in reference.items():
        sides = annotation(turns), annotation(output.get(key, []))
        whole = Timeline([Segment(0, END)])
        found = metric(*sides, uem=whole, detailed=True)
        theirs[key] = milliseconds(found["total"], found["missed detection"], found["false alarm"], found["confusion"])
        jaccard[key] = least_jaccard(*metric.uemify(*sides, uem=whole, collar=DIARISATION_COLLAR, skip_overlap=skip))
        mapped_for_time = JaccardErrorRate(collar=DIARISATION_COLLAR, skip_overlap=skip)(*sides, uem=whole, detailed=True)
        # pyannote takes the mapping of DER, DIHARD's own program the one that makes JER least.
        assert jaccard[key][1] <= mapped_for_time["speaker error"] + 1e-6
        same += jaccard[key][1] == round(mapped_for_time["speaker error"], 6)
    compare(f"pyannote DER, overlap {overlap}", {key: times(row) for key, row in rows.items()}, theirs)
    compare(f"JER of pyannote's times, overlap {overlap}",
            {key: (int(row["jaccard_speakers"]), round(row["jaccard_error_sum"], 6)) for key, row in rows.items()},
            jaccard)
    print(f"{'':10} pyannote's own mapping gives the same in {same}")


def rttm(recordings):
    return "".join(
        f"SPEAKER {key} 1 {turn['start_time']} {turn['end_time'] - turn['start_time']} <NA> <NA> {turn['speaker']} <NA> <NA>\n"
        for key, turns in recordings.items() for turn in turns)


def compare_md_eval(folder, rows, reference, output, overlap):
    theirs = {}
    for key, turns in reference.items():
        for name, text in (("r", rttm({key: turns})), ("s", rttm({key: output.get(key, [])})),
                           ("u", f"{key} 1 0 {END}\n")):
            (folder / name).write_text(text)
        command = ["perl", MD_EVAL, "-r", folder / "r", "-s", folder / "s", "-u", folder / "u",
                   "-c", str(DIARISATION_COLLAR)] + (["-1"] if overlap == "skipped" else [])
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            if "division by zero" not in done.stderr:
                sys.exit(done.stderr)
            continue  # it divides by the time of each speaker that is left
        lines = {}
        for line in done.stdout.splitlines():
            left, _, right = line.partition("=")
            if right.strip():
                lines.setdefault(" ".join(left.split()), right.split()[0])
        theirs[key] = milliseconds(*(float(lines[part + " TIME"]) for part in (
            "SCORED SPEAKER", "MISSED SPEAKER", "FALARM SPEAKER", "SPEAKER ERROR")))
    compare(f"md-eval DER, overlap {overlap}", {key: times(rows[key]) for key in theirs}, theirs)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    chance = random.Random(8)
    reference, output = [], []
    for number in range(RECORDINGS):
        turns = random_side(chance, f"m{number:04}", ["arts", "patient", "partner"])
        reference += turns
        output += heard(chance, turns)
    (folder / "reference.seglst.json").write_text(json.dumps(reference))
    (folder / "outputs.seglst.json").write_text(json.dumps(output))
    spoken, written = by_recording(reference), by_recording(output)
    for convention in ("md_eval", "pyannote"):
        for overlap in ("scored", "skipped"):
            rows = counted(folder, convention, overlap)
            assert rows.keys() == spoken.keys()
            if convention == "pyannote":
                compare_pyannote(rows, spoken, written, overlap)
            elif os.path.exists(MD_EVAL):
                few = dict(list(spoken.items())[:60])  # it takes long to start
                compare_md_eval(folder, rows, few, written, overlap)
            else:
                print(f"SKIPPED: no md-eval at {MD_EVAL} (package sctk)")
    has_output = [turn for turn in reference if turn["session_id"] in written]
    compare_words({key: rows[key] for key in written}, has_output, output)
sys.exit(failures > 0)
