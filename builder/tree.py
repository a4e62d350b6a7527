"""Turns HTML into a tree of plain data, from which a script grows elements without parsing."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

# A text, or a list of an element's tag, its attributes, and its children.
Tree = str | list[Any]

_EMPTY = {"br", "hr", "img"}


def read_tree(html: str) -> list[Tree]:
    """Return the nodes of HTML that the build has made itself, so that its tags are balanced."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.nodes


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Tree] = []
        self._inside: list[list[Any]] = [self.nodes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: list[Any] = [tag, {name: value or "" for name, value in attrs}]
        self._inside[-1].append(element)
        if tag not in _EMPTY:
            self._inside.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        element = self._inside.pop()
        if element[0] != tag:
            raise ValueError(f"</{tag}> ends <{element[0]}>")

    def handle_data(self, data: str) -> None:
        self._inside[-1].append(data)
