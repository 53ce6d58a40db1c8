# SPDX-License-Identifier: Apache-2.0
"""A suite from Whisper base on the Dutch voices of a game. Called by scripts/demo-live."""

import pathlib
import re
import sys

from files import write_lines, write_whole
from progress import Progress
from recognise import Recogniser

GAME = pathlib.Path("/usr/share/games/fillets-ng")
STRING = r'"((?:[^"\\]|\\.)*)"'
# dialogId("ID", "font_ACTOR", "English") and, below it, dialogStr("Dutch")
LINE = re.compile(rf"dialogId\({STRING},\s*\"font_(\w+)\",\s*{STRING}\)\s*dialogStr\({STRING}\)")

SUITE = """\
# Written by scripts/demo-live nl. Two Dutch actors speak the lines of a game. The recordings were
# shifted in pitch, and an actor may stray from the printed line, which counts as an error here.
# Two actors are two clusters, too few for any interval over speakers. So the cluster is the level
# of the game: the intervals tell about other levels spoken by these two actors, not about other
# people.
keur: 1
suite: live-nl
version: 1.0.0
title: Whisper base on {count} Dutch recordings by two actors
burden: tool
confidence: 95%
seed: "20260401"
tasks:
  - id: dictation
    kind: transcript
    tool: {{name: Whisper base, version: "faster-whisper 1.2.1, int8, greedy"}}
    cases: {{file: cases.jsonl, id: id, reference: text, cluster: level, groups: [actor]}}
    outputs: {{file: outputs.jsonl, id: id, text: transcript}}
    normalise: basic-1
gates:
  - id: words
    task: dictation
    metric: wer
    at_most: 10%
    why: Above one wrong word in ten, correcting a dictated note takes about as long as typing it.
  - id: lost-words
    task: dictation
    metric: removal_rate
    at_most: 5%
    why: A word that is left out cannot be seen by the person who signs the note.
  - id: invented-words
    task: dictation
    metric: insertion_rate
    at_most: 5%
    why: Words nobody said become findings nobody made.
  - id: actor
    task: dictation
    metric: wer
    compare: actor
    reference: big
    at_most: 3 points
    why: The tool must serve every voice alike.
"""


def spoken_lines() -> list[tuple[pathlib.Path, dict]]:
    """Every recording that has a printed Dutch line, in the order of level and name."""
    found = {}
    for script in sorted(GAME.glob("script/*/dialogs_nl.lua")):
        level = script.parent.name
        for name, actor, _, printed in LINE.findall(script.read_text(encoding="utf-8")):
            recording = GAME / "sound" / level / "nl" / f"{name}.ogg"
            text = re.sub(r"\\(.)", r"\1", printed).strip()
            if recording.exists() and text:
                found[f"{level}/{name}"] = (
                    recording,
                    {"id": f"{level}/{name}", "text": text, "level": level, "actor": actor},
                )
    return [found[name] for name in sorted(found)]


def main() -> None:
    out, count, model = pathlib.Path(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    lines = spoken_lines()
    count = min(count, len(lines))
    # Spread evenly, so that a small demo still hears every part of the game.
    chosen = [lines[number * len(lines) // count] for number in range(count)]
    recogniser = Recogniser(model, out / "transcripts.jsonl", "nl")
    progress = Progress("recognising", count)
    outputs = []
    for recording, case in chosen:
        known = recogniser.knows(recording)
        outputs.append({"id": case["id"], "transcript": recogniser.transcript(recording)})
        progress.step(worked=not known)
    write_lines(out / "cases.jsonl", [case for _, case in chosen])
    write_lines(out / "outputs.jsonl", outputs)
    write_whole(out / "suite.yaml", SUITE.format(count=count))


if __name__ == "__main__":
    main()
