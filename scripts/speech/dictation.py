# SPDX-License-Identifier: Apache-2.0
"""Makes, or checks, fixtures/dictation-LANG. Called by scripts/make-dictation-fixture."""

import argparse
import difflib
import hashlib
import importlib.metadata
import json
import pathlib
import subprocess
import sys
import tempfile
import wave

import synthesise
from files import write_lines, write_whole
from progress import Progress
from recognise import DECODING, MODEL, SETTINGS, Recogniser, digest, processor
from spoken_form import spoken_form

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "speech"
CONDITIONS = {"en": ["clean", "noise-20dB", "noise-10dB"], "nl": ["clean"]}
ASSIGNMENT_SEED = "20260401"
HOW_TO_SPEAK = ("voice", "tempo", "pitch")  # columns of voices.tsv that are no property of a case
DEBIAN_PACKAGES = [
    "espeak-ng", "espeak-ng-data", "libespeak-ng1", "flite", "libflite1", "festival",
    "libestools2.5", "festlex-cmu", "festlex-poslex", "festvox-kallpc16k", "festvox-kdlpc16k",
    "festvox-us-slt-hts", "sox", "libsox3",
]  # fmt: skip
PYTHON_PACKAGES = ["faster-whisper", "ctranslate2", "av", "numpy", "tokenizers", "onnxruntime"]


def read_table(path: pathlib.Path) -> list[dict]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def assign(sentences: list[dict], voices: list[dict]) -> dict[str, dict]:
    """Deals the sentences, shuffled by the digest of seed and id, out to the speakers in turn."""

    def shuffled(sentence: dict) -> str:
        return hashlib.sha256(f"{ASSIGNMENT_SEED}:{sentence['sentence']}".encode()).hexdigest()

    if len(sentences) % len(voices) != 0:
        raise ValueError("every speaker must get the same number of sentences")
    order = sorted(sentences, key=shuffled)
    return {sentence["sentence"]: voices[rank % len(voices)] for rank, sentence in enumerate(order)}


def debian_versions() -> dict[str, str]:
    query = ["dpkg-query", "-W", "-f=${Package}=${Version}\n", *DEBIAN_PACKAGES]
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.split()
    return dict(sorted(line.split("=", 1) for line in lines))


class Fixture:
    """The utterances of one language; make() writes their files into a folder."""

    def __init__(self, language: str, limit: int | None):
        self.language, self.source = language, ROOT / "fixtures" / f"dictation-{language}"
        sentences, voices = (
            read_table(self.source / "sentences.tsv"),
            read_table(self.source / "voices.tsv"),
        )
        speakers = assign(sentences, voices)
        self.utterances = [(s, speakers[s["sentence"]]) for s in sentences[:limit]]
        self.versions = debian_versions()

    def make(self, out: pathlib.Path, memory: pathlib.Path) -> None:
        recordings = self._speak(memory)
        transcripts = self._recognise(recordings, memory)
        out.mkdir(parents=True, exist_ok=True)
        cases = [case for case, _ in recordings]
        write_lines(out / "cases.jsonl", cases)
        write_lines(out / "outputs.jsonl", transcripts)
        digests = "".join(f"{digest(path)}  {case['id']}.wav\n" for case, path in recordings)
        write_whole(out / "audio.sha256", digests)
        provenance = json.dumps(self._provenance(out, recordings), indent=2, ensure_ascii=False)
        write_whole(out / "PROVENANCE.json", provenance + "\n")

    def _speak(self, memory: pathlib.Path) -> list[tuple[dict, pathlib.Path]]:
        studio = synthesise.Studio(memory / "audio", self.versions, CONDITIONS[self.language])
        progress = Progress("speaking", len(self.utterances))
        recordings = []
        for number, (sentence, voice) in enumerate(self.utterances, start=1):
            paths, made = studio.record(number, voice, spoken_form(sentence["text"], self.language))
            recordings += [
                (self._case(sentence, voice, condition), path) for condition, path in paths.items()
            ]
            progress.step(worked=made)
        return recordings

    def _case(self, sentence: dict, voice: dict, condition: str) -> dict:
        utterance = sentence["sentence"]
        groups = {name: value for name, value in voice.items() if name not in HOW_TO_SPEAK}
        single = CONDITIONS[self.language] == ["clean"]
        return {
            "id": utterance if single else f"{utterance}-{condition}",
            "utterance": utterance,
            "text": sentence["text"],
            **groups,
            "setting": sentence["setting"],
            "condition": condition,
        }

    def _recognise(
        self, recordings: list[tuple[dict, pathlib.Path]], memory: pathlib.Path
    ) -> list[dict]:
        recogniser = Recogniser(
            WORK / "model", memory / f"transcripts-{self.language}.jsonl", self.language
        )
        progress = Progress("recognising", len(recordings))
        transcripts = []
        for case, path in recordings:
            known = recogniser.knows(path)
            transcripts.append({"id": case["id"], "transcript": recogniser.transcript(path)})
            progress.step(worked=not known)
        return transcripts

    def _provenance(self, out: pathlib.Path, recordings: list[tuple[dict, pathlib.Path]]) -> dict:
        return {
            "made_by": f"scripts/make-dictation-fixture {self.language}",
            "utterances": len(self.utterances),
            "recordings": len(recordings),
            "seconds_of_audio": round(sum(duration(path) for _, path in recordings), 1),
            "debian_packages": self.versions,
            "python_packages": {name: importlib.metadata.version(name) for name in PYTHON_PACKAGES},
            "assignment": {
                "rule": "sorted by SHA-256 of 'seed:sentence id', dealt to the speakers in turn",
                "seed": ASSIGNMENT_SEED,
            },
            "audio": {
                "sample_rate_hz": synthesise.RATE,
                "bits": 16,
                "padding_seconds": synthesise.PADDING,
                "active_speech_level_dbfs": synthesise.LEVEL,
                "active_speech": "20 ms frames of the unpadded utterance within "
                f"{synthesise.ACTIVE_RANGE:g} dB of its loudest frame",
                "signal_to_noise_db": {c: synthesise.SNR[c] for c in CONDITIONS[self.language]},
                "signal_to_noise_against": "the active speech level",
                "noise": "sox -R -n -r 16000 -c 1 -t f32 - " + " ".join(synthesise.NOISE_EFFECTS),
                "noise_seed": "the fixed seed of sox -R; utterance n hears it from second n * "
                f"{synthesise.NOISE_STRIDE} on, modulo its length less that of the utterance",
            },
            "recogniser": {
                "model": MODEL,
                "model_sha256": digest(WORK / "model" / "model.bin"),
                "load": SETTINGS,
                "decode": {"language": self.language, **DECODING},
                "processor": processor(),
                "note": "int8 kernels differ between instruction sets; "
                "another processor may hear a few other words",
            },
            "sha256": {
                "sentences.tsv": digest(self.source / "sentences.tsv"),
                "voices.tsv": digest(self.source / "voices.tsv"),
                **{
                    name: digest(out / name)
                    for name in ("cases.jsonl", "outputs.jsonl", "audio.sha256")
                },
            },
        }


def duration(path: pathlib.Path) -> float:
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def check(fixture: Fixture) -> int:
    """0 the same, 1 different, 77 not comparable on this machine."""
    recorded = json.loads((fixture.source / "PROVENANCE.json").read_text(encoding="utf-8"))
    for package, version in recorded["debian_packages"].items():
        if fixture.versions.get(package) != version:
            return not_checked(
                f"needs {package} {version}, here is {fixture.versions.get(package)}"
            )
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "made"
        fixture.make(made, pathlib.Path(folder))
        names = ("cases.jsonl", "audio.sha256", "outputs.jsonl")
        different = {name for name in names if differs(fixture.source, made, name)}
    then, now = recorded["recogniser"]["processor"], processor()
    same_kernels = all(then[name] == now[name] for name in ("vendor", "instruction_sets"))
    if different == {"outputs.jsonl"} and not same_kernels:
        return not_checked(f"same audio, other words, another processor: was {then}, is {now}")
    if not different:
        print(f"{len(fixture.utterances)} utterances: audio and transcripts are as committed")
    return 1 if different else 0


def not_checked(reason: str) -> int:
    print(f"NOT CHECKED: {reason}", file=sys.stderr)
    return 77


def differs(committed: pathlib.Path, made: pathlib.Path, name: str) -> bool:
    here = (made / name).read_text(encoding="utf-8").splitlines()
    there = (committed / name).read_text(encoding="utf-8").splitlines()[: len(here)]
    for line in difflib.unified_diff(
        there, here, f"committed/{name}", f"made/{name}", n=0, lineterm=""
    ):
        print(line)
    return here != there


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("language", choices=sorted(CONDITIONS))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--check", type=int)
    options = parser.parse_args()
    fixture = Fixture(options.language, options.check or options.limit)
    if options.check:
        return check(fixture)
    fixture.make(options.out or fixture.source, WORK)
    return 0


if __name__ == "__main__":
    sys.exit(main())
