"""Reads `problem.toml`: every key present, known, and of the right kind."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, cast, get_args

from grader.faults import FaultList, quoted
from grader.toml import Lines, parse

# What a problem may ask for. Each is in the runtime's lock and pinned in requirements.txt as
# well, so that a problem grades the same natively and in the browser.
PACKAGES = ("matplotlib", "numpy")
Disclosure = Literal["names", "message", "inputs", "all-after-solving"]
DIFFICULTIES = ("easy", "medium", "hard")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_LONGEST_LIMIT = 600.0
_NOT_IN_LINES = {"Cc", "Zl", "Zp"}  # control characters, and what separates lines and paragraphs


@dataclass(frozen=True)
class Manifest:
    """The values of one `problem.toml`, and the line each of its keys stands on.

    `added` is a day as YYYY-MM-DD, or empty.
    """

    title: str
    summary: str
    difficulty: str
    tags: list[str]
    packages: list[str]
    requires: list[str]
    hints: list[str]
    prerequisites: list[str]
    disclosure: Disclosure
    origin: str
    added: str
    test_seconds: float
    run_seconds: float
    lines: Lines = field(repr=False, compare=False)


def is_line(text: str) -> bool:
    """Tell whether a text is one line: it says something, and has no control characters."""
    return bool(text.strip()) and not any(unicodedata.category(c) in _NOT_IN_LINES for c in text)


class _Table:
    """One table while it is read; each getter notes what is wrong and returns an empty value."""

    def __init__(
        self, data: dict[str, Any], place: tuple[str, ...], lines: Lines, faults: FaultList
    ) -> None:
        self.data = data
        self.place = place
        self.lines = lines
        self.faults = faults

    def wrong(self, key: str, message: str) -> None:
        self.faults.add(self.lines.of(*self.place, key), message)

    def known(self, keys: set[str]) -> None:
        for key in sorted(self.data.keys() - keys):
            self.wrong(key, f"unknown key {quoted(key)}; known are {', '.join(sorted(keys))}")

    def get(self, key: str) -> Any:
        if key not in self.data:
            self.wrong(key, f"the key {key!r} is missing; add it")
        return self.data.get(key)

    def line_of_text(self, key: str) -> str:
        value = self.get(key)
        if value is None:
            return ""
        if not isinstance(value, str) or not is_line(value):
            self.wrong(key, f"{key!r} is not one line of text; write a string in one line")
            return ""
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.get(key)
        if value is not None and (not isinstance(value, str) or value not in allowed):
            self.wrong(key, f"{key!r} is {quoted(value)}; choose one of {', '.join(allowed)}")
        return value if isinstance(value, str) else ""

    def texts(self, key: str, *, empty: bool, optional: bool = False) -> list[str]:
        value = self.data.get(key) if optional else self.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(
            isinstance(item, str) and item.strip() for item in value
        ):
            self.wrong(key, f'{key!r} is not a list of texts; write it as ["...", "..."]')
            return []
        if len(set(value)) < len(value):
            self.wrong(key, f"{key!r} names something twice; remove one of them")
        if not value and not empty:
            self.wrong(key, f"{key!r} is empty; write at least one")
        return value

    def day(self, key: str) -> str:
        value = self.data.get(key)
        if value is None:
            return ""
        if not isinstance(value, date) or isinstance(value, datetime):
            self.wrong(key, f"{key!r} is {quoted(value)}; write a day, such as 2026-11-22")
            return ""
        return value.isoformat()

    def seconds(self, key: str) -> float:
        value = self.get(key)
        if value is None:
            return math.nan
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 < value <= _LONGEST_LIMIT:
            limit = f"{_LONGEST_LIMIT:.0f}"
            self.wrong(key, f"{key!r} is {quoted(value)}; give seconds above 0 and at most {limit}")
            return math.nan
        return float(value)


def _read_limits(table: _Table) -> tuple[float, float]:
    limits = table.get("limits")
    if limits is None:
        return math.nan, math.nan
    if not isinstance(limits, dict):
        table.wrong("limits", "'limits' is not a table; write [limits] and its keys below it")
        return math.nan, math.nan
    inner = _Table(limits, ("limits",), table.lines, table.faults)
    inner.known({"test_seconds", "run_seconds"})
    test, run = inner.seconds("test_seconds"), inner.seconds("run_seconds")
    if run < test:
        inner.wrong("run_seconds", "the run's limit is below one test's; raise 'run_seconds'")
    return test, run


def _read_origin(table: _Table) -> str:
    origin = table.data.get("origin", "")
    if not isinstance(origin, str):
        table.wrong("origin", "'origin' is not a text; name source, licence and link in a string")
        return ""
    return origin


def _check_names(table: _Table, manifest: Manifest) -> None:
    for name in manifest.packages:
        if name not in PACKAGES:
            choices = ", ".join(PACKAGES)
            table.wrong(
                "packages", f"package {quoted(name)} is not in the runtime; it has {choices}"
            )
    for name in manifest.requires:
        if not name.isidentifier():
            table.wrong("requires", f"{quoted(name)} is not a Python name; correct it")


def read_manifest(text: str, faults: FaultList) -> Manifest | None:
    """Read `problem.toml`; return None if it is not even TOML, else note every fault in it."""
    data = parse(text, faults)
    if data is None:
        return None
    lines = Lines(text)
    table = _Table(data, (), lines, faults)
    table.known((set(Manifest.__dataclass_fields__) | {"format", "limits"}) - _NOT_KEYS)
    if table.get("format") not in (None, 1) or isinstance(data.get("format"), bool | float):
        table.wrong(
            "format", f"'format' is {quoted(data['format'])}; this program reads format = 1"
        )
    test_seconds, run_seconds = _read_limits(table)
    manifest = Manifest(
        title=table.line_of_text("title"),
        summary=table.line_of_text("summary"),
        difficulty=table.choice("difficulty", DIFFICULTIES),
        tags=table.texts("tags", empty=True),
        packages=table.texts("packages", empty=True),
        requires=table.texts("requires", empty=False),
        hints=table.texts("hints", empty=bool(table.data.get("origin"))),
        prerequisites=table.texts("prerequisites", empty=True, optional=True),
        disclosure=cast(Disclosure, table.choice("disclosure", get_args(Disclosure))),
        origin=_read_origin(table),
        added=table.day("added"),
        test_seconds=test_seconds,
        run_seconds=run_seconds,
        lines=lines,
    )
    _check_names(table, manifest)
    return manifest


_NOT_KEYS = {"test_seconds", "run_seconds", "lines"}
