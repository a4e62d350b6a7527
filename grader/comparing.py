"""Sets what was expected beside what came: the place where they differ, and the cells around it."""

from __future__ import annotations

from collections.abc import Callable

from grader.grids import Grid, Index, as_grid, find_differing
from grader.output import printable
from grader.report import Difference, Failure, Table
from grader.values import describe, short_text

_ROWS_SHOWN, _COLUMNS_SHOWN = 9, 8
_DIGITS = (6, 10, 17)
_TEXT_SHOWN = 24
_Tables = tuple[Table | None, Table | None]


def compare(failure: Failure, expected: object, got: object) -> None:
    """Fill in what was expected and what came, and where arrays or lists differ."""
    values = describe(expected), describe(got)
    failure["expected"], failure["got"] = values
    try:
        grids = as_grid(expected), as_grid(got)
        if grids[0] is None or grids[1] is None:
            return
        tables, failure["difference"] = _compare_grids(grids[0], grids[1])
    except BaseException:  # noqa: BLE001 - an odd value has its text in the report all the same
        return
    for value, table in zip(values, tables, strict=True):
        value["table"] = table


def _compare_grids(expected: Grid, got: Grid) -> tuple[_Tables, Difference | None]:
    if expected.shape != got.shape:
        corners = (_table(grid, (0,) * len(grid.shape)) for grid in (expected, got))
        return (next(corners), next(corners)), None
    differing = find_differing(expected, got)
    if differing is None:
        return (None, None), None
    first = differing.first
    difference: Difference = {
        "largest_error": differing.largest_error,
        "index": list(first),
        "expected": short_text(expected.at(first)),
        "got": short_text(got.at(first)),
    }
    for digits in _DIGITS:
        left = _table(expected, first, differing.holds, digits)
        right = _table(got, first, differing.holds, digits)
        if left is None or right is None or _are_told_apart(left, right):
            break
    return (left, right), difference


def _are_told_apart(left: Table, right: Table) -> bool:
    return all(left["cells"][row][at] != right["cells"][row][at] for row, at in left["differing"])


def _table(
    grid: Grid, place: Index, differs: Callable[[Index], bool] | None = None, digits: int = 6
) -> Table | None:
    """Return the cells in the plane of `place`, those around it where there are many."""
    if 0 in grid.shape:
        return None
    plane, shape = place[:-2], grid.shape
    rows = _window(shape[-2], place[-2], _ROWS_SHOWN) if len(shape) > 1 else [0]
    columns = _window(shape[-1], place[-1], _COLUMNS_SHOWN)
    places = [[(*plane, row, at)[-len(shape) :] for at in columns] for row in rows]
    return {
        "plane": list(plane),
        "rows": rows,
        "columns": columns,
        "cells": [[_cell_text(grid.at(index), digits) for index in line] for line in places],
        "differing": [
            [row, at]
            for row, line in enumerate(places)
            for at, index in enumerate(line)
            if differs is not None and differs(index)
        ],
    }


def _window(size: int, centre: int, most: int) -> list[int]:
    """Return at most so many positions: the first, the last, and those around the centre."""
    if size <= most:
        return list(range(size))
    inner = most - 2
    start = min(max(centre - inner // 2, 1), size - 1 - inner)
    return [0, *range(start, start + inner), size - 1]


def _cell_text(cell: object, digits: int) -> str:
    if isinstance(cell, float):
        text = format(cell, f".{digits}g")
        return f"{text}.0" if text.lstrip("-").isdigit() else text
    if isinstance(cell, complex):
        return format(cell, f".{digits}g")
    text = repr(cell)
    return printable(text if len(text) <= _TEXT_SHOWN else text[: _TEXT_SHOWN - 1] + "…")
