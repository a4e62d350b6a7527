"""What a rule finds in a problem's folder, and where the manifest says what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.toml import Lines


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found; `file` is relative to the problem's folder.

    `authorship` names the rule where it is one that an imported problem is only noted for.
    """

    file: str
    line: int
    message: str
    authorship: str = ""


def in_manifest(folder: Path, key: str, item: str, message: str) -> Finding:
    """Return a finding on one text of a list in `problem.toml`, at its line."""
    text = (folder / "problem.toml").read_text("utf-8", "replace")
    first = Lines(text).of(key)
    for line, row in enumerate(text.split("\n")[first - 1 :], start=first):
        if f'"{item}"' in row or f"'{item}'" in row:
            return Finding("problem.toml", line, message)
    return Finding("problem.toml", first, message)
