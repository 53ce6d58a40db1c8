# SPDX-License-Identifier: Apache-2.0
"""A sentence spoken by a synthetic voice, at a fixed level, in quiet and in noise. No randomness:
the same packages make the same bytes."""

import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import wave

import numpy as np

RATE = 16_000  # Hz, mono, 16 bits
PADDING = 0.3  # s of silence, or of noise, before and after
LEVEL = -26.0  # dB re full scale, of the active speech; leaves room for peaks and noise
ACTIVE_RANGE = 30.0  # dB: a 20 ms frame is speech if it is this close to the loudest frame
FRAME = RATE // 50
SNR = {"clean": None, "noise-20dB": 20.0, "noise-10dB": 10.0}

# Speech-shaped: the long-term spectrum of speech is about flat to 500 Hz and falls above it.
NOISE_SECONDS = 600
NOISE_EFFECTS = [
    "synth",
    str(NOISE_SECONDS),
    "whitenoise",
    "gain",
    "-12",
    "highpass",
    "120",
    "lowpass",
    "-1",
    "500",
]
NOISE_STRIDE = (
    37.7  # s: utterance n gets the noise from n * stride on, so each hears another stretch
)

RECIPE = (
    1  # in the name of each stored recording; raise it when anything in this file changes the sound
)


def run(command: list[str], *, text: str | None = None) -> bytes:
    done = subprocess.run(
        command, input=text.encode() if text else None, capture_output=True, check=False
    )
    complaint = done.stderr.decode(errors="replace")
    # sox goes on after clipping a sample and only warns; a clipped recording is worth nothing here.
    if done.returncode != 0 or "WARN" in complaint or "clipped" in complaint:
        raise RuntimeError(
            f"{' '.join(command)}: {complaint.strip() or f'exit code {done.returncode}'}"
        )
    return done.stdout


def engine_command(voice: dict, spoken: str, wav: str) -> tuple[list[str], str | None]:
    """The command that speaks, and its standard input. "-" is the voice's own tempo or pitch."""
    tempo, pitch = voice["tempo"], voice["pitch"]
    if voice["engine"] == "espeak-ng":
        return [
            "espeak-ng",
            "-v",
            voice["voice"],
            "-s",
            tempo,
            "-p",
            pitch,
            "-w",
            wav,
            spoken,
        ], None
    if voice["engine"] == "flite":
        command = ["flite", "-voice", voice["voice"], "--setf", f"duration_stretch={tempo}"]
        if pitch != "-":
            command += ["--setf", f"int_f0_target_mean={pitch}"]
        return [*command, "-t", spoken, "-o", wav], None
    if voice["engine"] == "festival":
        command = ["text2wave", "-eval", f"(voice_{voice['voice']})"]
        if tempo != "-":
            command += ["-eval", f"(Parameter.set 'Duration_Stretch {tempo})"]
        return [*command, "-o", wav], spoken
    raise ValueError(f"unknown engine {voice['engine']}")


def speak(voice: dict, spoken: str) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        wav = os.path.join(folder, "raw.wav")
        command, text = engine_command(voice, spoken, wav)
        run(command, text=text)
        # Less gain first: resampling overshoots at full scale.
        samples = run(
            ["sox", "-R", wav, "-t", "f32", "-", "gain", "-6", "channels", "1", "rate", str(RATE)]
        )
    return np.frombuffer(samples, dtype="<f4").astype(np.float64)


def active_level(samples: np.ndarray) -> float:
    """Root mean square over the frames that hold speech; pauses would lower it."""
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    power = (frames**2).mean(axis=1)
    if power.size == 0 or power.max() < 1e-8:
        raise RuntimeError("the synthesiser returned silence")
    return float(np.sqrt(power[power >= power.max() * 10 ** (-ACTIVE_RANGE / 10)].mean()))


class Studio:
    """Makes the recordings of one fixture, each once; `folder` remembers them between runs."""

    def __init__(self, folder: pathlib.Path, versions: dict, conditions: list[str]):
        self.folder, self.versions, self.conditions = folder, versions, conditions
        folder.mkdir(parents=True, exist_ok=True)
        self.noise = None

    def recording(self, number: int, voice: dict, spoken: str, condition: str) -> pathlib.Path:
        recipe = [RECIPE, self.versions, number, sorted(voice.items()), spoken, condition]
        name = hashlib.sha256(json.dumps(recipe, sort_keys=True).encode()).hexdigest()
        return self.folder / f"{name}.wav"

    def record(self, number: int, voice: dict, spoken: str) -> tuple[dict[str, pathlib.Path], bool]:
        """The file of each condition, and whether anything had to be made."""
        paths = {c: self.recording(number, voice, spoken, c) for c in self.conditions}
        if all(path.exists() for path in paths.values()):
            return paths, False
        speech = speak(voice, spoken)
        speech *= 10 ** (LEVEL / 20) / active_level(speech)
        speech = np.pad(speech, int(PADDING * RATE))
        for condition, path in paths.items():
            snr = SNR[condition]
            mixed = (
                speech
                if snr is None
                else speech + self._noise(number, len(speech)) * 10 ** ((LEVEL - snr) / 20)
            )
            write_wav(path, mixed)
        return paths, True

    def _noise(self, number: int, length: int) -> np.ndarray:
        """A stretch of the noise with a root mean square of 1 over the whole ten minutes."""
        if self.noise is None:
            raw = run(
                ["sox", "-R", "-n", "-r", str(RATE), "-c", "1", "-t", "f32", "-", *NOISE_EFFECTS]
            )
            noise = np.frombuffer(raw, dtype="<f4").astype(np.float64)
            self.noise = noise / np.sqrt((noise**2).mean())
        start = int(number * NOISE_STRIDE * RATE) % (len(self.noise) - length)
        return self.noise[start : start + length]


def write_wav(path: pathlib.Path, samples: np.ndarray) -> None:
    whole = np.rint(samples * 32768)
    if np.abs(whole).max() > 32767:
        raise RuntimeError(f"{path.name}: clipped, lower LEVEL")
    temporary = path.with_suffix(".new")
    with wave.open(str(temporary), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(whole.astype("<i2").tobytes())
    temporary.replace(path)
