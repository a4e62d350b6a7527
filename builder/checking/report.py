"""What a check found: the shape that `--json` prints, and that several machines' reports share."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypedDict

from builder.proven import Checked
from grader.faults import Fault, Note, ProblemFaults

FORMAT: Literal[1] = 1


class Place(TypedDict):
    """A fault or a note: a path from the folder of the call, a line, and what is to be said."""

    path: str
    line: int
    message: str


class Row(TypedDict):
    """One problem; where it has a fault, nothing is counted.

    `seconds` is how long the reference takes in the page's runtime, on a usual machine; `cached`
    tells that the problem was as it was when it was last found to be right.
    """

    problem: str
    verdict: Literal["ok", "faults"]
    faults: int
    notes: int
    tests: int
    examples: int
    wrong: int
    seconds: float
    cached: bool


class CheckReport(TypedDict):
    """A whole check, or one shard of it such as `3/8`."""

    format: Literal[1]
    shard: str
    problems: list[Row]
    faults: list[Place]
    notes: list[Place]


def make_row(slug: str, checked: Checked, *, cached: bool) -> Row:
    """Return the row of a problem that is as it should be."""
    return {
        "problem": slug,
        "verdict": "ok",
        "faults": 0,
        "notes": len(checked.notes),
        "tests": len(checked.tests),
        "examples": len(checked.examples),
        "wrong": len(checked.signatures),
        "seconds": checked.seconds,
        "cached": cached,
    }


def make_faulty_row(slug: str, faults: int) -> Row:
    """Return the row of a problem with faults."""
    row = make_row(slug, Checked([], [], [], [], 0.0), cached=False)
    return {**row, "verdict": "faults", "faults": faults}


def make_report(
    rows: Iterable[Row], faults: Iterable[Fault], notes: Iterable[Note], shard: str
) -> CheckReport:
    """Return the report, everything in it sorted."""
    return {
        "format": FORMAT,
        "shard": shard,
        "problems": sorted(rows, key=lambda row: row["problem"]),
        "faults": [_place(fault) for fault in sorted(faults)],
        "notes": [_place(note) for note in sorted(notes)],
    }


def merge_reports(paths: list[Path]) -> CheckReport:
    """Read the reports of all shards and return them as one.

    Raises `ProblemFaults` where one cannot be read, is missing, or is there twice.
    """
    reports = [_read(path) for path in paths]
    _check_shards(paths[0], [report["shard"] for report in reports])
    return {
        "format": FORMAT,
        "shard": "",
        "problems": sorted(
            (row for report in reports for row in report["problems"]),
            key=lambda row: row["problem"],
        ),
        "faults": _united(report["faults"] for report in reports),
        "notes": _united(report["notes"] for report in reports),
    }


def _place(found: Fault) -> Place:
    return {"path": found.shown_path(), "line": found.line, "message": found.message}


def _read(path: Path) -> CheckReport:
    try:
        report: CheckReport = json.loads(path.read_bytes())
        if report["format"] != FORMAT:
            raise ValueError(f"its format is {report['format']}")
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = f"this is no report of a check ({error}); make it with check --shard N/M --json"
        raise ProblemFaults([Fault(path, 1, message)]) from None
    return report


def _check_shards(path: Path, shards: list[str]) -> None:
    count = shards[0].partition("/")[2]
    wanted = [f"{number}/{count}" for number in range(1, int(count or 0) + 1)]
    if sorted(shards) != sorted(wanted):
        given = ", ".join(shard or "a whole check" for shard in sorted(shards))
        message = f"these reports do not make a whole ({given}); give each shard once"
        raise ProblemFaults([Fault(path, 1, message)])


def _united(parts: Iterable[list[Place]]) -> list[Place]:
    """Return all places once: what is wrong with a series is found in every shard."""
    found = {(one["path"], one["line"], one["message"]): one for part in parts for one in part}
    return [found[key] for key in sorted(found)]
