"""Writes tables: as text for a terminal, as Markdown for a committed result, as data."""

from __future__ import annotations

from typing import Any

from bench.figures import Figure, Table, verdict

_HEAD = ["", "median", "min", "max", "n", "ratio", "promise"]


def as_text(table: Table) -> str:
    """Return a table with aligned columns."""
    rows = [_HEAD, *(_cells(table, figure) for figure in table.figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "  ".join(
            cell.ljust(width) if column in (0, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([table.title, *lines, *([table.note] if table.note else [])])


def as_markdown(table: Table) -> str:
    """Return a table as Markdown, its title as a heading."""
    rows = [_HEAD, ["---", *["---:"] * 5, "---"]]
    rows += [_cells(table, figure) for figure in table.figures]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"## {table.title}", "", *lines, *(["", table.note] if table.note else [])])


def as_data(table: Table) -> dict[str, Any]:
    """Return a table as data that JSON can hold."""
    figures = [
        {
            "name": figure.name.strip(),
            "unit": figure.unit,
            "median": figure.median,
            "samples": list(figure.samples),
            "base": figure.base,
            "ratio": table.ratio(figure),
            "at_most": figure.at_most,
        }
        for figure in table.figures
    ]
    return {"title": table.title, "figures": figures}


def _cells(table: Table, figure: Figure) -> list[str]:
    ratio = table.ratio(figure)
    return [
        figure.name,
        f"{_number(figure.median)} {figure.unit}",
        _number(min(figure.samples)),
        _number(max(figure.samples)),
        str(len(figure.samples)),
        "" if ratio is None else f"{ratio:.2f}",
        verdict(ratio, figure.at_most),
    ]


def _number(value: float) -> str:
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"
