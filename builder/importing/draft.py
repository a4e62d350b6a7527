"""What a layout's converter makes of one exercise, before it is written as a problem folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


class NotConvertible(Exception):
    """One exercise cannot become a problem; the text is the reason."""


@dataclass
class Draft:
    """The parts of a problem folder; `support` and `assets` map file names to contents.

    `module` is what the source calls the module that the learner writes.
    """

    slug: str
    title: str
    summary: str
    difficulty: str
    tags: list[str]
    origin: str
    statement: str
    starter: str
    solution: str
    tests: str
    requires: list[str]
    module: str = ""
    packages: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    explanation: str = ""
    support: dict[str, str] = field(default_factory=dict)
    assets: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Checkout(Protocol):
    """A local checkout in one public layout."""

    def list(self) -> list[str]:
        """Return the names of its exercises."""

    def slug(self, name: str) -> str:
        """Return the slug that an exercise gets."""

    def convert(self, name: str) -> Draft:
        """Convert one exercise; raise `NotConvertible`."""
