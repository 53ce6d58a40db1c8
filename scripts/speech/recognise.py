# SPDX-License-Identifier: Apache-2.0
"""Whisper base through faster-whisper, one thread, greedy; what it heard is remembered on disk."""

import hashlib
import json
import pathlib

MODEL = "OpenAI Whisper base, multilingual, converted for CTranslate2"
SETTINGS = {"device": "cpu", "compute_type": "int8", "cpu_threads": 1}
DECODING = {
    "beam_size": 1,
    "temperature": 0,
    "condition_on_previous_text": False,
    "without_timestamps": True,
}

# The instruction sets between which the int8 kernels choose. They round differently, so another
# processor may hear another word now and then.
KERNEL_FLAGS = (
    "avx",
    "avx2",
    "fma",
    "avx_vnni",
    "avx512f",
    "avx512bw",
    "avx512_vnni",
    "avx512_bf16",
    "amx_int8",
)


def processor() -> dict:
    facts = {}
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        facts.setdefault(name.strip(), value.strip())
    flags = set(facts.get("flags", "").split())
    return {
        "vendor": facts.get("vendor_id", "unknown"),
        "model": facts.get("model name", "unknown"),
        "instruction_sets": [flag for flag in KERNEL_FLAGS if flag in flags],
    }


class Recogniser:
    """transcript() of a recording, looked up where the same bytes were recognised before."""

    def __init__(self, model: pathlib.Path, memory: pathlib.Path, language: str):
        self.model_folder, self.memory, self.language = model, memory, language
        self.model = None
        self.known = {}
        kernels = [processor()["vendor"], processor()["instruction_sets"]]
        self.setting = json.dumps([language, SETTINGS, DECODING, kernels])
        if memory.exists():
            for line in memory.read_text(encoding="utf-8").splitlines():
                try:
                    entry = json.loads(line)
                except json.JSONDecodeError:
                    continue  # the line that an interruption cut off
                self.known[entry["audio"], entry["setting"]] = entry["transcript"]

    def knows(self, recording: pathlib.Path) -> bool:
        return (digest(recording), self.setting) in self.known

    def transcript(self, recording: pathlib.Path) -> str:
        key = (digest(recording), self.setting)
        if key not in self.known:
            self.known[key] = self._listen(recording)
            entry = {"audio": key[0], "setting": key[1], "transcript": self.known[key]}
            with self.memory.open("a", encoding="utf-8") as file:
                file.write("\n" * self._ends_torn() + json.dumps(entry, ensure_ascii=False) + "\n")
        return self.known[key]

    def _listen(self, recording: pathlib.Path) -> str:
        if self.model is None:
            from faster_whisper import WhisperModel  # slow to load; not needed when all is known

            self.model = WhisperModel(str(self.model_folder), **SETTINGS)
        segments, _ = self.model.transcribe(str(recording), language=self.language, **DECODING)
        # Whisper starts each segment with a space. Beyond that nothing is touched.
        return "".join(segment.text for segment in segments).strip()

    def _ends_torn(self) -> bool:
        if not self.memory.exists() or self.memory.stat().st_size == 0:
            return False
        with self.memory.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) != b"\n"


def digest(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
