"""Reads `series.toml`: ordered series of problems, some of which may not exist yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.faults import Fault, FaultList, quoted, read_text
from grader.manifest import SLUG, is_line
from grader.toml import Lines, parse

_SERIES_KEYS = {"slug", "title", "summary", "outcome", "needs", "hours", "steps"}
_NEEDED_TEXTS = ("slug", "title", "summary")
_OTHER_TEXTS = ("outcome", "needs")
_STEP_KEYS = {"slug", "step", "title"}


@dataclass(frozen=True)
class Step:
    """One step of a series; `title` is empty where the problem, which has one, exists."""

    slug: str
    step: int
    title: str


@dataclass(frozen=True)
class Series:
    """An ordered series of problems.

    `outcome` is what a learner will have built at its end, `needs` what to know before; both may
    be empty. `hours` is how long it takes, or None.
    """

    slug: str
    title: str
    summary: str
    outcome: str
    needs: str
    hours: float | None
    steps: list[Step]


def read_series(path: Path, problems: set[str], faults: list[Fault]) -> list[Series]:
    """Read the series, if there is a file of them; `problems` are the slugs that exist."""
    text = read_text(path, faults) if path.exists() else None
    if text is None:
        return []
    reader = _Reader(text, path, problems)
    data = parse(text, reader.faults)
    series = reader.read(data) if data is not None else []
    faults += reader.faults.faults
    return series


class _Reader:
    """Reads one file, noting its faults and what was already named."""

    def __init__(self, text: str, path: Path, problems: set[str]) -> None:
        self.rows = text.split("\n")
        self.lines = Lines(text)
        self.faults = FaultList(path)
        self.problems = problems
        self.slugs: set[str] = set()
        self.placed: set[str] = set()
        self.used: set[int] = set()

    def read(self, data: dict[str, Any]) -> list[Series]:
        for key in sorted(data.keys() - {"series"}):
            self.faults.add(
                self.lines.of(key), f"unknown key {quoted(key)}; write [[series]] tables"
            )
        tables = data.get("series", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.faults.add(self.lines.of("series"), "'series' is no table; write [[series]]")
            return []
        return [self._read_one(table, number) for number, table in enumerate(tables)]

    def _read_one(self, table: dict[str, Any], number: int) -> Series:
        place = ("series", number)
        for key in sorted(table.keys() - _SERIES_KEYS):
            known = ", ".join(sorted(_SERIES_KEYS))
            self.faults.add(
                self.lines.of(*place, key), f"unknown key {quoted(key)}; known are {known}"
            )
        texts = dict.fromkeys(_OTHER_TEXTS, "")
        for key in (*_NEEDED_TEXTS, *(key for key in _OTHER_TEXTS if key in table)):
            texts[key] = self._text(table, key, self.lines.of(*place, key))
        self._check_slug(texts["slug"], self.slugs, self.lines.of(*place, "slug"), "series")
        hours = self._hours(table, self.lines.of(*place, "hours"))
        return Series(**texts, hours=hours, steps=self._read_steps(table, number))

    def _hours(self, table: dict[str, Any], line: int) -> float | None:
        value = table.get("hours")
        if value is None:
            return None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 < value < 1000:
            self.faults.add(
                line, f"'hours' is {quoted(value)}; give a number above 0, or leave it out"
            )
            return None
        return float(value)

    def _text(self, table: dict[str, Any], key: str, line: int) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not is_line(value):
            self.faults.add(line, f"{quoted(key)} is not one line of text; write one")
            return ""
        return value

    def _check_slug(self, slug: str, taken: set[str], line: int, what: str) -> None:
        if slug in taken:
            self.faults.add(line, f"the {what} slug {quoted(slug)} is there twice; remove one")
        elif slug and not SLUG.fullmatch(slug):
            self.faults.add(
                line, f"{quoted(slug)} is no slug; use lower-case words joined by hyphens"
            )
        taken.add(slug)

    def _read_steps(self, table: dict[str, Any], number: int) -> list[Step]:
        line = self.lines.of("series", number, "steps")
        steps = table.get("steps")
        if not isinstance(steps, list) or not steps:
            self.faults.add(line, "'steps' is not a list of steps; write steps = [{ slug = ... }]")
            return []
        read = [self._read_step(step, line) for step in steps]
        numbers = [step.step for step in read]
        if sorted(set(numbers)) != numbers:
            self.faults.add(line, "the steps' numbers do not rise; number them in their order")
        return sorted(read, key=lambda step: step.step)

    def _read_step(self, step: Any, line: int) -> Step:
        if not isinstance(step, dict):
            self.faults.add(line, f"{quoted(step)} is no step; write {{ slug = ..., step = ... }}")
            return Step("", 0, "")
        slug = self._text(step, "slug", line)
        line = self._line_of(slug, line)
        for key in sorted(step.keys() - _STEP_KEYS):
            known = ", ".join(sorted(_STEP_KEYS))
            self.faults.add(line, f"unknown key {quoted(key)}; known are {known}")
        number = step.get("step")
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            self.faults.add(line, f"'step' is {quoted(number)}; give a whole number from 1")
            number = 0
        self._check_slug(slug, self.placed, line, "problem")
        title = self._text(step, "title", line) if "title" in step else ""
        if slug and slug not in self.problems and not title:
            advice = "correct the slug, or give the step a 'title' to show it as coming"
            self.faults.add(line, f"there is no problem {quoted(slug)}; {advice}")
        return Step(slug, number, title)

    def _line_of(self, slug: str, first: int) -> int:
        """Return the next line with this slug, from the list's first line on."""
        for number, row in enumerate(self.rows[first - 1 :], start=first):
            if slug and f'"{slug}"' in row and number not in self.used:
                self.used.add(number)
                return number
        return first
