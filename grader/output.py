"""Captures what a submission prints, capped, so that nothing it prints can flood the report."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic as _monotonic
from typing import Any

from grader.report import Output

TEST_CAP = 64 * 1024
RUN_CAP = 256 * 1024
_BUFFER = 16 * 1024
_BATCH_SECONDS = 0.1

_SHOWN_AS_ESCAPES = {
    code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"
}


class _CappedBytes(io.RawIOBase):
    """Keeps what is written up to a cap, and says it in batches while it comes."""

    def __init__(self, cap: int, say: Callable[[str], object] | None) -> None:
        self.kept = bytearray()
        self.written = 0
        self._cap = cap
        self._say = say
        self._said = 0
        self._said_at = float("-inf")
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        size = memoryview(data).nbytes
        room = self._cap - len(self.kept)
        if room > 0:
            self.kept += memoryview(data).cast("B")[:room]
        self.written += size
        if self._say is not None and _monotonic() - self._said_at >= _BATCH_SECONDS:
            self._say_batch(self._say)
        return size

    def _say_batch(self, say: Callable[[str], object]) -> None:
        text = self._decoder.decode(bytes(self.kept[self._said :]))
        self._said, self._said_at = len(self.kept), _monotonic()
        if text:
            say(_by_line(text))


class _Prompt(io.TextIOWrapper):
    """Passes the first lines on at once; a flood after them is not worth every line."""

    _lines = 200

    def write(self, text: str) -> int:
        written = super().write(text)
        if "\n" in text:
            self.flush()
            self._lines -= 1
        if self._lines == 0:
            vars(self)["write"] = super().write
        return written


class Capture:
    """The output of one run: `record` captures a part of it, within the caps of part and run."""

    def __init__(self) -> None:
        self._room = RUN_CAP

    @contextmanager
    def record(self, say: Callable[[str], object] | None = None) -> Iterator[Output]:
        """Redirect standard output and error; the yielded `Output` is filled in at the end.

        `say` hears of it in batches meanwhile.
        """
        kept = _CappedBytes(min(TEST_CAP, self._room), say)
        output: Output = {"text": "", "cut": 0}
        before = sys.stdout, sys.stderr
        # What the submission leaves open, closes or replaces is its own stream, never the next's.
        buffered = io.BufferedWriter(kept, _BUFFER)
        stream = _Prompt(buffered, "utf-8", "backslashreplace", newline="")
        sys.stdout = sys.stderr = stream
        try:
            yield output
        finally:
            sys.stdout, sys.stderr = before
            if not stream.closed:
                stream.flush()
                stream.detach()
            self._room -= len(kept.kept)
            output["text"] = _by_line(kept.kept.decode("utf-8", "replace"))
            output["cut"] = kept.written - len(kept.kept)


def printable(text: str, kept: str = "") -> str:
    """Return `text` with control characters, but for those kept, and lone surrogates as escapes."""
    safe = text.encode("utf-8", "backslashreplace").decode("utf-8")
    escapes = _SHOWN_AS_ESCAPES
    if kept:
        escapes = {code: shown for code, shown in escapes.items() if chr(code) not in kept}
    return safe.translate(escapes)


def _by_line(text: str) -> str:
    """Return printed text; a line that was printed over another one follows it."""
    return printable(text.replace("\r\n", "\n").replace("\r", "\n"))
