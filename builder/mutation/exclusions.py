"""Exclusions: comments in a reference that say which mutants are no faults, and why.

`# mutant: OLD -> NEW -- reason` stands at the end of the mutant's line, or alone above it;
`# mutant: any -- reason` excludes every mutant of the line.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.mutation.source import Mutant
from grader.faults import Fault

_COMMENT = re.compile(r"#\s*mutants?\b")
_EXCLUSION = re.compile(r"#\s*mutant: (?P<what>.+?) -- (?P<reason>\S.*)")
_FORM = "'# mutant: OLD -> NEW -- reason'"
_ALL = "any"


@dataclass(frozen=True)
class Exclusion:
    """An exclusion: where it is written, and which mutants of which line it is about."""

    written: int
    line: int
    what: str

    def holds_for(self, mutant: Mutant) -> bool:
        """Tell if the exclusion is about a mutant."""
        return mutant.line == self.line and self.what in (_ALL, mutant.what)


def read_exclusions(path: Path, text: str, faults: list[Fault]) -> list[Exclusion]:
    """Return a source's exclusions; note those that cannot be read."""
    found: list[Exclusion] = []
    for written, line, comment in _find_comments(text):
        match = _EXCLUSION.fullmatch(comment)
        if match is None:
            faults.append(Fault(path, written, f"this excludes no mutant; write {_FORM}"))
        else:
            found.append(Exclusion(written, line, match["what"].strip()))
    return found


def without_exclusions(text: str) -> str:
    """Return a source as a learner reads it."""
    lines = text.split("\n")
    alone: set[int] = set()
    for written, line, comment in _find_comments(text):
        lines[written - 1] = lines[written - 1].removesuffix(comment).rstrip()
        if written != line:
            alone.add(written)
    return "\n".join(line for number, line in enumerate(lines, start=1) if number not in alone)


def _find_comments(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each such comment is written, the line that it is about, and its text."""
    if "mutant" not in text:
        return
    waiting: list[tuple[int, str]] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        line = token.start[0]
        if token.type == tokenize.COMMENT:
            if _COMMENT.match(token.string) is None:
                continue
            if token.line.lstrip().startswith("#"):
                waiting.append((line, token.string))
            else:
                yield line, line, token.string
        elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT):
            yield from ((written, line, comment) for written, comment in waiting)
            waiting.clear()
