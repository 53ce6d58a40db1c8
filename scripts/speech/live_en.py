# SPDX-License-Identifier: Apache-2.0
"""A suite from PocketSphinx on Debian's pocketsphinx-testdata. Called by scripts/demo-live."""

import pathlib
import re
import subprocess
import sys

from files import write_lines, write_whole
from progress import Progress

DATA = pathlib.Path("/usr/share/pocketsphinx/test/data")
DIGITS = DATA / "tidigits"

SUITE = """\
# Written by scripts/demo-live en. People read aloud: a novel and playing cards ({readings}
# recordings) and strings of digits ({digits} recordings, which Debian keeps as acoustic features).
# A few people read them all, so each recording is its own cluster: the intervals tell about more
# recordings of these readers, not about other people.
keur: 1
suite: live-en
version: 1.0.0
title: PocketSphinx on the recordings of its own test data
burden: tool
confidence: 95%
seed: "20260401"
tasks:
  - id: reading
    kind: transcript
    tool: {{name: PocketSphinx, version: "{version}"}}
    cases: {{file: reading-cases.jsonl, id: id, reference: text, cluster: id, groups: [source]}}
    outputs: {{file: reading-outputs.jsonl, id: id, text: transcript}}
    normalise: basic-1
  - id: digits
    kind: transcript
    tool: {{name: PocketSphinx, version: "{version}"}}
    cases: {{file: digits-cases.jsonl, id: id, reference: text, cluster: id, groups: [reader]}}
    outputs: {{file: digits-outputs.jsonl, id: id, text: transcript}}
    normalise: basic-1
gates:
  - id: words
    task: reading
    metric: wer
    at_most: 10%
    why: Above one wrong word in ten, correcting a dictated note takes about as long as typing it.
  - id: lost-words
    task: reading
    metric: removal_rate
    at_most: 5%
    why: A word that is left out cannot be seen by the person who signs the note.
  - id: digits
    task: digits
    metric: wer
    at_most: 1%
    why: A wrong digit is a wrong dose, and nothing in the sentence gives it away.
"""


def sentences(path: pathlib.Path) -> list[tuple[str, str]]:
    """(id, words) of lines such as `<s> ten of clubs </s> (001)`; a score may follow the id."""
    found = re.findall(
        r"^(?:<s>)?(.*?)(?:</s>)?\s*\((\S+)(?: -?\d+)?\)$", path.read_text(), flags=re.M
    )
    return [(name, " ".join(words.split())) for words, name in found]


def readings() -> tuple[list[dict], list[dict]]:
    recordings = [
        (source, name, words)
        for source, file in (("cards", "cards.transcription"), ("librivox", "transcription"))
        for name, words in sentences(DATA / source / file)
    ]
    progress = Progress("recognising", len(recordings))
    cases, outputs = [], []
    for source, name, words in recordings:
        command = [
            "pocketsphinx_continuous",
            "-infile",
            str(DATA / source / f"{name}.wav"),
            "-logfn",
            "/dev/null",
        ]
        heard = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        cases.append({"id": f"{source}/{name}", "text": words, "source": source})
        outputs.append({"id": f"{source}/{name}", "transcript": " ".join(heard.split())})
        progress.step()
    return cases, outputs


def digits(out: pathlib.Path) -> tuple[list[dict], list[dict]]:
    heard = out / "digits.hyp"
    command = [
        "pocketsphinx_batch", "-hmm", DIGITS / "hmm", "-lm", DIGITS / "lm" / "tidigits.lm.bin",
        "-dict", DIGITS / "lm" / "tidigits.dic", "-cepdir", DIGITS, "-cepext", ".mfc",
        "-ctl", DIGITS / "tidigits.ctl", "-hyp", heard, "-logfn", "/dev/null",
    ]  # fmt: skip
    subprocess.run(list(map(str, command)), check=True)
    cases = [
        {"id": name, "text": words, "reader": name.split(".")[0]}
        for name, words in sentences(DIGITS / "tidigits.lsn")
    ]
    return cases, [{"id": name, "transcript": words} for name, words in sentences(heard)]


def main() -> None:
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", "pocketsphinx"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tasks = {"reading": readings(), "digits": digits(out)}
    for task, (cases, outputs) in tasks.items():
        write_lines(out / f"{task}-cases.jsonl", cases)
        write_lines(out / f"{task}-outputs.jsonl", outputs)
    counts = {"readings": len(tasks["reading"][0]), "digits": len(tasks["digits"][0])}
    write_whole(out / "suite.yaml", SUITE.format(version=version, **counts))


if __name__ == "__main__":
    main()
