# SPDX-License-Identifier: Apache-2.0
"""One line on stderr: how far, and how long it will still take."""

import sys
import time


class Progress:
    def __init__(self, task: str, total: int):
        self.task, self.total, self.done, self.worked = task, total, 0, 0
        self.started = self.shown = time.monotonic()

    def step(self, *, worked: bool = True) -> None:
        """worked=False: it was found ready, so it tells nothing about the speed."""
        self.done += 1
        self.worked += worked
        now = time.monotonic()
        if self.done == self.total or now - self.shown >= (0.5 if sys.stderr.isatty() else 30):
            self.shown = now
            self._show(now - self.started)

    def _show(self, elapsed: float) -> None:
        left = elapsed / self.worked * (self.total - self.done) if self.worked else 0
        end = "\n" if self.done == self.total or not sys.stderr.isatty() else "\r"
        print(
            f"{self.task}: {self.done}/{self.total}, about {left / 60:.1f} min left  ",
            end=end,
            file=sys.stderr,
            flush=True,
        )
