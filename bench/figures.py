"""Figures: samples, their median and extent, and what they are held against."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """One row of a table: samples of one kind; `base` names the row that it is a ratio of.

    `at_most` is the ratio that the project has promised.
    """

    name: str
    samples: tuple[float, ...]
    unit: str = "ms"
    base: str = ""
    at_most: float | None = None

    @property
    def median(self) -> float:
        """The middle sample."""
        return statistics.median(self.samples)


@dataclass
class Table:
    """Figures under one title; a row's base is looked up in the same table."""

    title: str
    figures: list[Figure] = field(default_factory=list)
    note: str = ""

    def add(
        self,
        name: str,
        samples: Iterable[float],
        unit: str = "ms",
        base: str = "",
        at_most: float | None = None,
    ) -> None:
        """Add a row."""
        self.figures.append(Figure(name, tuple(samples), unit, base, at_most))

    def ratio(self, figure: Figure) -> float | None:
        """Return a row's median over that of its base; None where it has none."""
        if not figure.base:
            return None
        (base,) = (other for other in self.figures if other.name == figure.base)
        return figure.median / base.median


def verdict(ratio: float | None, at_most: float | None) -> str:
    """Say whether a promise is kept, and by how much it is missed."""
    if ratio is None or at_most is None:
        return ""
    if ratio <= at_most:
        return f"at most {at_most:.2f}: met"
    return f"at most {at_most:.2f}: missed by {ratio - at_most:.2f}"
