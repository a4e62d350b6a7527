"""A check's report as text for people."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checking.report import CheckReport, Row

_HEAD = ("problem", "tests", "examples", "wrong", "time", "verdict")


def render_rows(report: CheckReport) -> str:
    """Return the table of all problems, and below it what is to be noted."""
    lines = list(_table(report["problems"])) if report["problems"] else []
    notes = [f"{at['path']}:{at['line']}: note: {at['message']}" for at in report["notes"]]
    return "\n".join([*lines, *notes])


def render_faults(report: CheckReport) -> str:
    """Return the faults, one a line."""
    return "\n".join(f"{at['path']}:{at['line']}: {at['message']}" for at in report["faults"])


def render_sum(report: CheckReport) -> str:
    """Return the last line."""
    rows, faults = report["problems"], len(report["faults"])
    cached = sum(row["cached"] for row in rows)
    unchanged = f" ({cached} unchanged)" if cached else ""
    verdict = f"{_count(faults, 'fault')}" if faults else "no fault found"
    return f"{_count(len(rows), 'problem')}{unchanged}: {verdict}"


def _table(rows: list[Row]) -> Iterator[str]:
    cells = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    for line in cells:
        first, *numbers, last = zip(line, widths, strict=True)
        middle = "  ".join(text.rjust(width) for text, width in numbers)
        yield f"{first[0].ljust(first[1])}  {middle}  {last[0]}"


def _cells(row: Row) -> tuple[str, ...]:
    if row["verdict"] == "faults":
        return row["problem"], "", "", "", "", _count(row["faults"], "fault")
    verdict = f"ok, {_count(row['notes'], 'note')}" if row["notes"] else "ok"
    numbers = (str(row["tests"]), str(row["examples"]), str(row["wrong"]))
    return row["problem"], *numbers, f"{row['seconds']:.2f} s", verdict


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
