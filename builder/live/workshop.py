"""Builds beside the server: in a process that has everything imported and waits for changes."""

from __future__ import annotations

import signal
from collections.abc import Collection
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

from grader.faults import Fault


class Workshop:
    """A process that builds a site whenever it is asked to; it ends with this one."""

    def __init__(self, out: Path, problems: Path) -> None:
        self._out = out
        self._problems = problems
        self._start()

    def build(self, slugs: Collection[str] | None) -> list[Fault]:
        """Build the site, where these problems may have changed, None: where anything may have.

        Returns everything that is wrong; of a problem with faults, the last good page is kept.
        """
        try:
            self._line.send(slugs)
            faults: list[Fault] = self._line.recv()
        except (EOFError, OSError):
            message = "the build has ended with an error, which the terminal shows; correct it"
            self.renew()
            return [Fault(Path(__file__), 1, message)]
        return faults

    def renew(self) -> None:
        """Start again with the program as it is now."""
        self.close()
        self._start()

    def close(self) -> None:
        """End the process; it clears up after itself."""
        self._line.close()
        self._process.terminate()
        self._process.join()

    def _start(self) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(self._out, self._problems, theirs))
        self._process.start()
        theirs.close()


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _work(out: Path, problems: Path, line: Connection) -> None:
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        from builder.building import build_draft

        while True:
            slugs = line.recv()
            line.send(build_draft(out, problems, slugs))
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return
