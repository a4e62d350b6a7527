"""Faults in what an author wrote: located, collected, and raised all together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_LONGEST_QUOTE = 120


@dataclass(frozen=True, order=True)
class Fault:
    """One fault; its text is `path:line: what is wrong; what to do`."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.shown_path()}:{self.line}: {self.message}"

    def shown_path(self) -> str:
        """Return the path as it is shown: from here on where it can be."""
        try:
            shown = Path(os.path.realpath(self.path)).relative_to(Path.cwd())
        except ValueError:
            shown = self.path
        return shown.as_posix()


class Note(Fault):
    """Something to know about what an author wrote that keeps nothing from being published."""

    def __str__(self) -> str:
        return super().__str__().replace(f":{self.line}: ", f":{self.line}: note: ", 1)


class ProblemFaults(Exception):
    """Everything that is wrong with what was read."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = sorted(faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class FaultList:
    """Collects the faults of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []

    def add(self, line: int, message: str) -> None:
        """Note a fault at a line of the file."""
        self.faults.append(Fault(self.path, line, message))


def quoted(value: object) -> str:
    """Return a value as a message shows it: cut where it is long."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # a number of too many digits, tables in tables
        return "too large to be shown"
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}..."


def read_text(path: Path, faults: list[Fault]) -> str | None:
    """Return the text of a file, or note why there is none."""
    if not path.is_file():
        faults.append(Fault(path, 1, "the file is missing; add it"))
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        faults.append(Fault(path, 1, f"the file cannot be read: {error.strerror}; correct that"))
        return None
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        faults.append(Fault(path, line, "this is not UTF-8 text; save the file as UTF-8"))
        return None
