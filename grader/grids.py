"""Arrays and lists of plain cells as grids, and which cells of two of them differ.

Nothing of a learner's decides what is equal: the cells are numbers and texts of Python itself.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.values import is_array, loaded_numpy, plain_array

Index = tuple[int, ...]
_PLAIN_CELLS = (bool, int, float, complex, str, type(None))
_PLAIN_KINDS = "biufcSU"
_CELLS_READ = 10_000
_RELATIVE, _ABSOLUTE = 1e-7, 1e-12


@dataclass(frozen=True)
class Grid:
    """Cells in one or more axes; `array` has them where NumPy does, else `cells`."""

    shape: Index
    cells: Any
    array: Any = None

    def at(self, index: Index) -> object:
        """Return a cell as a plain value."""
        if self.array is not None:
            return self.array[index].item()
        cell = self.cells
        for position in index:
            cell = cell[position]
        return cell


@dataclass(frozen=True)
class Differing:
    """Where two grids of one shape differ: the first index, and whether they do at another."""

    first: Index
    holds: Callable[[Index], bool]
    largest_error: str | None


def as_grid(value: object) -> Grid | None:
    """Return the value's cells; None where it has none, or other ones than numbers and texts."""
    if is_array(value):
        array = plain_array(value)
        fits = array.dtype.kind in _PLAIN_KINDS and array.ndim > 0
        return Grid(array.shape, None, array) if fits else None
    cells = _plain_cells(value, itertools.count())
    shape = _shape_of(cells)
    return Grid(shape, cells) if shape and _is_full(cells, shape) else None


def find_differing(expected: Grid, got: Grid) -> Differing | None:
    """Tell where two grids of one shape differ, leaving out what rounding may do if more does."""
    if expected.array is None and got.array is None:
        return _differing_cells(expected, got)
    return _differing_arrays(_array_of(expected), _array_of(got))


def _plain_cells(value: object, read: Iterator[int]) -> Any:
    """Return nested lists with plain cells; raise `TypeError` for anything else, or too many."""
    if next(read) > _CELLS_READ:
        raise TypeError
    if type(value) in (list, tuple):
        return [_plain_cells(part, read) for part in value]  # type: ignore[attr-defined]
    numpy = loaded_numpy()
    if numpy is not None and type(value) in numpy.ScalarType:
        return value.item() if isinstance(value, numpy.generic) else value
    if type(value) in _PLAIN_CELLS:
        return value
    raise TypeError


def _shape_of(cells: Any) -> Index:
    return (len(cells), *(_shape_of(cells[0]) if cells else ())) if type(cells) is list else ()


def _is_full(cells: Any, shape: Index) -> bool:
    if not shape:
        return type(cells) is not list
    fits = type(cells) is list and len(cells) == shape[0]
    return fits and all(_is_full(part, shape[1:]) for part in cells)


def _array_of(grid: Grid) -> Any:
    return loaded_numpy().asarray(grid.cells) if grid.array is None else grid.array


def _differing_arrays(expected: Any, got: Any) -> Differing | None:
    numpy = loaded_numpy()
    differs = numpy.asarray(expected != got)
    largest = None
    if expected.dtype.kind in "iufc" and got.dtype.kind in "iufc":
        differs = differs & ~(numpy.isnan(expected) & numpy.isnan(got))
        near = numpy.isclose(got, expected, rtol=_RELATIVE, atol=_ABSOLUTE, equal_nan=True)
        if not near.all():
            differs = ~near
        error = numpy.abs(got.astype(complex) - expected.astype(complex))
        finite = error[numpy.isfinite(error)]
        largest = f"{finite.max():.6g}" if finite.size else None
    if not differs.any():
        return None
    first = tuple(int(i) for i in numpy.argwhere(differs)[0])
    return Differing(first, lambda index: bool(differs[index]), largest)


def _differing_cells(expected: Grid, got: Grid) -> Differing | None:
    indices = itertools.product(*map(range, expected.shape))
    pairs = [(index, expected.at(index), got.at(index)) for index in indices]
    unequal = {index for index, a, b in pairs if not _same(a, b)}
    places = {index for index, a, b in pairs if index in unequal and not _near(a, b)} or unequal
    if not places:
        return None
    return Differing(min(places), places.__contains__, _largest_error(pairs))


def _largest_error(pairs: list[tuple[Index, Any, Any]]) -> str | None:
    if not all(isinstance(cell, int | float) for pair in pairs for cell in pair[1:]):
        return None
    finite = [error for _, a, b in pairs if math.isfinite(error := abs(a - b))]
    return f"{max(finite):.6g}" if finite else None


def _same(a: object, b: object) -> bool:
    return a == b or (a != a and b != b)  # a nan is a nan


def _near(a: object, b: object) -> bool:
    if not (isinstance(a, int | float) and isinstance(b, int | float)):
        return False
    return math.isclose(a, b, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
