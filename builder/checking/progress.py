"""Says how far a check has come: one live line on a terminal, else a line for each problem."""

from __future__ import annotations

import shutil
from typing import TextIO


class Progress:
    """Hears of each problem that is graded; `close` leaves the terminal as it was."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream = stream
        self._total = total
        self._done = 0
        self._live = stream.isatty()

    def say(self, text: str) -> None:
        """Tell of one more problem."""
        self._done += 1
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            self._write(f"\r\x1b[K{f'{self._done} of {self._total}: {text}'[:width]}")
        else:
            self._write(f"{text}\n")

    def close(self) -> None:
        """Take the live line away."""
        if self._live and self._done:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
