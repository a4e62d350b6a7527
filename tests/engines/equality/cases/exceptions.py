"""What is raised, what its text is, and where the traceback says that it came from."""

import importlib
import traceback
from pathlib import Path

import numpy as np
import pytest
from shown import say
from solution import chained, deep, double, inner, odd, solve_singular, transposed

RAISED = (
    ArithmeticError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)


@pytest.mark.parametrize(
    "function", [chained, odd, solve_singular, lambda: deep(3), lambda: inner(2)]
)
def test_traceback(function):
    with pytest.raises(RAISED) as raised:
        function()
    frames = traceback.extract_tb(raised.value.__traceback__)
    for frame in (one for one in frames if Path(one.filename).parent.name != "grader"):
        say(Path(frame.filename).name, frame.lineno, frame.name, frame.line)
    say(type(raised.value), type(raised.value.__cause__))


@pytest.mark.parametrize(
    "mistake",
    [
        lambda: np.zeros((2, 3)) @ np.zeros((2, 3)),
        lambda: np.zeros(2) + np.zeros(3),
        lambda: np.zeros(3)[5],
        lambda: np.array([1, 2]).reshape(3),
        lambda: int("x"),
        lambda: np.zeros(3, dtype="nonsense"),
        lambda: np.concatenate([]),
        lambda: np.random.default_rng(-1),
        lambda: np.ones(2) if np.ones(2) else 0,
        lambda: np.array([[1], [1, 2]]),
        lambda: np.int8(300),
        lambda: np.linalg.det(np.ones(2)),
        lambda: np.nothing,
        lambda: [].pop(),
        lambda: {}["key"],
        lambda: "a" + 1,
        lambda: np.fft.fft([]),
        lambda: importlib.import_module("nothing_there"),
        lambda: np.arange(3).astype("m8[s]") + np.datetime64("NaT", "D") @ 1,
    ],
    ids=range(19),
)
def test_text_of_exceptions(mistake):
    with pytest.raises(RAISED) as raised:
        mistake()
    say(type(raised.value).__name__, raised.value)


def test_comparisons_that_hold():
    np.testing.assert_allclose(double([1.0, 2.0]), [2.0, 4.0])
    np.testing.assert_array_equal(transposed([[1, 2]]), [[1], [2]])
    assert double(3) == pytest.approx(6)
