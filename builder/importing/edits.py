"""Edits of Python source at places that its syntax tree names: all else stays as it is."""

from __future__ import annotations

import ast
from dataclasses import dataclass

Place = tuple[int, int]


@dataclass(frozen=True, order=True)
class Edit:
    """A text that replaces what stands between two places: line from 1, column in UTF-8 bytes."""

    start: Place
    end: Place
    text: str


def apply(source: str, edits: list[Edit]) -> str:
    """Return the source with all edits made; no two may overlap."""
    lines = [line.encode() for line in source.split("\n")]
    for edit in sorted(edits, reverse=True):
        (first, left), (last, right) = edit.start, edit.end
        before, after = lines[first - 1][:left], lines[last - 1][right:]
        lines[first - 1 : last] = [before + edit.text.encode() + after]
    return b"\n".join(lines).decode()


def replace(node: ast.expr | ast.stmt | ast.alias, text: str) -> Edit:
    """Return the edit that replaces a node."""
    assert node.end_lineno is not None and node.end_col_offset is not None
    return Edit((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset), text)


def insert(line: int, column: int, text: str) -> Edit:
    """Return the edit that puts a text before a place."""
    return Edit((line, column), (line, column), text)


def source_before(source: str, line: int, column: int) -> str:
    """Return what stands before a place on its line."""
    return source.split("\n")[line - 1].encode()[:column].decode()
