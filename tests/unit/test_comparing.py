"""Where what was expected and what came differ, and the cells that are shown around it."""

from typing import Any

import numpy as np
import pytest

from grader.comparing import compare
from grader.failures import plain_failure
from grader.report import Failure


class Agreeable(float):
    """Equal to everything, and no number of its own."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        raise RuntimeError


class Liar(np.ndarray):
    """Claims to equal everything, and to have no shape."""

    @property
    def shape(self) -> Any:
        raise RuntimeError

    def __eq__(self, other: object) -> Any:
        return True

    __hash__ = None  # type: ignore[assignment]

    def __array_function__(self, *_: object) -> bool:
        return True


def compared(expected: object, got: object) -> Failure:
    failure = plain_failure("Wrong.")
    compare(failure, expected, got)
    return failure


def table(failure: Failure, part: str = "got") -> Any:
    return failure[part]["table"]  # type: ignore[literal-required]


def differing_indices(failure: Failure) -> list[tuple[int, ...]]:
    shown = table(failure)
    return [
        (*shown["plane"], shown["rows"][row], shown["columns"][column])
        for row, column in shown["differing"]
    ]


def test_a_small_array_is_shown_whole() -> None:
    failure = compared(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.5], [3.0, 5.0]]))
    assert table(failure, "expected")["cells"] == [["1.0", "2.0"], ["3.0", "4.0"]]
    assert table(failure)["cells"] == [["1.0", "2.5"], ["3.0", "5.0"]]
    assert differing_indices(failure) == [(0, 1), (1, 1)]


def test_one_axis_is_one_row() -> None:
    failure = compared(np.arange(3), np.array([0, 1, 5]))
    assert table(failure)["rows"] == [0]
    assert table(failure)["cells"] == [["0", "1", "5"]]
    assert table(failure)["differing"] == [[0, 2]]


def test_a_big_array_is_elided_around_the_first_difference() -> None:
    expected = np.zeros((100, 200))
    got = expected.copy()
    got[40, 150:] = 1
    failure = compared(expected, got)
    assert table(failure)["rows"] == [0, 37, 38, 39, 40, 41, 42, 43, 99]
    assert table(failure)["columns"] == [0, 147, 148, 149, 150, 151, 152, 199]
    assert differing_indices(failure)[0] == (40, 150)
    assert table(failure, "expected")["rows"] == table(failure)["rows"]


@pytest.mark.parametrize("at", [0, 1, 98, 99])
def test_an_end_of_an_array_is_shown(at: int) -> None:
    expected = np.zeros(100)
    got = expected.copy()
    got[at] = 1
    shown = table(compared(expected, got))
    assert len(shown["columns"]) == 8
    assert shown["columns"] == sorted(set(shown["columns"]))
    assert differing_indices(compared(expected, got))[0] == (0, at)


def test_more_axes_show_the_plane_of_the_difference() -> None:
    expected = np.zeros((4, 5, 2, 3))
    got = expected.copy()
    got[2, 3, 1, 0] = 7
    failure = compared(expected, got)
    assert table(failure)["plane"] == [2, 3]
    assert differing_indices(failure) == [(2, 3, 1, 0)]


def test_cells_have_the_digits_that_tell_them_apart() -> None:
    failure = compared(np.array([0.1, 1.0]), np.array([0.1 + 1e-9, 2.0]))
    assert table(failure)["cells"] == [["0.1", "2.0"]]
    failure = compared(np.array([0.1, 1.0]), np.array([0.1 + 1e-6, 1.0]))
    assert table(failure)["cells"] == [["0.100001", "1.0"]]
    failure = compared(np.array([1 / 3]), np.array([1 / 3 + 1e-15]))
    assert table(failure)["cells"] != table(failure, "expected")["cells"]


def test_lists_of_numbers_are_tables_too() -> None:
    failure = compared([[1, 2], [3, 4]], [[1, 2], [3, 5]])
    assert failure["difference"] == {
        "largest_error": "1",
        "index": [1, 1],
        "expected": "4",
        "got": "5",
    }
    assert differing_indices(failure) == [(1, 1)]


def test_an_array_is_compared_with_a_list() -> None:
    failure = compared(np.array([1.0, 2.0]), [1.0, np.float64(3)])
    assert differing_indices(failure) == [(0, 1)]
    assert table(failure)["cells"] == [["1.0", "3.0"]]


def test_arrays_of_other_shapes_are_shown_without_marks() -> None:
    failure = compared(np.zeros((2, 3)), np.zeros((3, 2)))
    assert failure["difference"] is None
    assert len(table(failure, "expected")["rows"]) == 2
    assert len(table(failure)["rows"]) == 3
    assert table(failure)["differing"] == []


NO_TABLES = {
    "numbers": (1.0, 2.0),
    "texts": ("a", "b"),
    "ragged lists": ([[1], [1, 2]], [[1], [2, 2]]),
    "equal": ([1, 2], [1, 2]),
    "empty": (np.zeros(0), np.zeros(0)),
    "dictionaries": ({"a": 1}, {"a": 2}),
    "arrays of objects": (np.array([{}, 1]), np.array([1, {}])),
    "many cells": ([0] * 20_000, [1] * 20_000),
    "a list in itself": ((lambda a: a.append(a) or a)([1]), [1]),
    "hostile cells": ([1.0, 2.0], [1.0, Agreeable(3)]),
}


@pytest.mark.parametrize("case", NO_TABLES)
def test_other_values_have_no_table(case: str) -> None:
    failure = compared(*NO_TABLES[case])
    assert table(failure, "expected") is None
    assert table(failure) is None
    assert failure["difference"] is None
    assert failure["got"] is not None


def test_an_array_that_claims_to_be_equal_is_not_trusted() -> None:
    failure = compared(np.array([1.0, 2.0]), np.array([1.0, 3.0]).view(Liar))
    assert failure["got"] is not None
    assert failure["got"]["shape"] == [2]
    assert differing_indices(failure) == [(0, 1)]
