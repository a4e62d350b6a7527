"""Hints of an Exercism exercise: `hints.md`, one hint a section."""

from __future__ import annotations

import re

from builder.importing.prose import defined_labels, plain

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:")
_ITEM = re.compile(r"^\s*[-*+]\s+")


def read_hints(text: str) -> list[str]:
    """Return the hints of a document, each with the title of its section."""
    hints: list[str] = []
    labels = defined_labels(text)
    title = last = ""
    items: list[str] = []
    for line in [*text.splitlines(), "# end"]:
        if heading := _HEADING.match(line):
            hints += _join(title, items, labels)
            title, items = heading[2], []
        elif _DEFINITION.match(line):
            continue
        elif _ITEM.match(line) or not items or _begins_paragraph(line, last):
            items.append(_ITEM.sub("", line))
        else:
            items[-1] += f" {line.strip()}"
        last = line
    return list(dict.fromkeys(hints))


def _begins_paragraph(line: str, last: str) -> bool:
    return not last.strip() and line[:1].strip() != ""


def _join(title: str, items: list[str], labels: set[str]) -> list[str]:
    said = [text for item in items if (text := plain(item, labels))]
    if not said:
        return []
    titled = title and title not in ("General", "Hints")
    parts = [plain(title, labels) + ":"] if titled else []
    parts += said if len(said) == 1 else [f"- {text}" for text in said]
    return ["\n".join(parts)]
