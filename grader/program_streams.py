"""The standard streams of a program: it is heard while it prints, what it reads is typed ahead."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic as _monotonic
from typing import Any

from grader.output import TEST_CAP, printable
from grader.program_report import ProgramText, Stream

# So many events at once, then per second: a slow program is heard by the line, a flood in batches.
_AT_ONCE = 100.0
_PER_SECOND = 20.0
# What a change of streams takes of the cap, so that alternating between them cannot flood the page.
_CHANGE = 16


class Transcript:
    """What a program prints and reads, in order and within a cap; `cut` counts the rest."""

    def __init__(self, say: Callable[[list[ProgramText]], object]) -> None:
        self.cut = 0
        self._say = say
        self._room = TEST_CAP
        self._waiting: list[ProgramText] = []
        self._last: Stream | None = None
        self._credit = _AT_ONCE
        self._counted_at = _monotonic()

    def add(self, stream: Stream, text: str) -> None:
        """Take in what was printed or read."""
        if stream != self._last:
            self._room -= _CHANGE
        kept = text[: max(self._room, 0)]
        self.cut += len(text) - len(kept)
        if not kept:
            return
        self._room -= len(kept)
        shown = printable(kept, kept="\r")  # whoever shows it goes back to the line's beginning
        if self._waiting and stream == self._last:
            self._waiting[-1]["text"] += shown
        else:
            self._waiting.append({"stream": stream, "text": shown})
        self._last = stream
        if self._may_speak():
            self.flush()

    def flush(self) -> None:
        """Say what still waits."""
        if self._waiting:
            said, self._waiting = self._waiting, []
            self._say(said)

    def _may_speak(self) -> bool:
        now = _monotonic()
        earned = (now - self._counted_at) * _PER_SECOND
        self._credit, self._counted_at = min(self._credit + earned, _AT_ONCE), now
        if self._credit < 1:
            return False
        self._credit -= 1
        return True


class _Printer(io.RawIOBase):
    """The bytes of one output stream, on their way into the transcript."""

    def __init__(self, stream: Stream, transcript: Transcript) -> None:
        self._stream: Stream = stream
        self._transcript = transcript
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        written = bytes(data)
        self._transcript.add(self._stream, self._decoder.decode(written))
        return len(written)


class Typed(io.TextIOWrapper):
    """Input that was typed ahead; `ended` tells whether more was asked for than there is."""

    def __init__(self, text: str, transcript: Transcript) -> None:
        super().__init__(io.BytesIO(text.encode("utf-8", "replace")), "utf-8")
        self.lines = len(text.splitlines())
        self.ended = False
        self._transcript = transcript

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        line = super().readline(size)
        if line:
            self._transcript.add("input", line if line.endswith("\n") else f"{line}\n")
        self.ended = not line
        return line


@contextmanager
def standard_streams(typed: str, transcript: Transcript) -> Iterator[Typed]:
    """Connect the standard streams with a transcript and the lines that are typed ahead."""
    before = sys.stdin, sys.stdout, sys.stderr
    stdin = Typed(typed, transcript)
    outputs = [_writer("out", transcript), _writer("error", transcript)]
    sys.stdin = stdin
    sys.stdout, sys.stderr = outputs
    try:
        yield stdin
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
        for stream in outputs:
            if not stream.closed:
                stream.flush()
        transcript.flush()


def _writer(stream: Stream, transcript: Transcript) -> io.TextIOWrapper:
    printer: Any = _Printer(stream, transcript)
    return io.TextIOWrapper(printer, "utf-8", "backslashreplace", newline="", write_through=True)
