"""What is recorded of a hidden test, at its calls and at the check that does not hold."""

import numpy as np
import pytest
from _pytest.assertion import util

from grader.recorder import RECORDER, Recorder, compile_tests

MESSAGE_COMPARES = """
def say(got, expected):
    return "a multiple" if np.allclose(got, 2 * expected) else "something else"

def test():
    got, expected = np.array([1.0, 2.0]), np.array([1.0, 3.0])
    assert np.allclose(got, expected), say(got, expected)
"""


def test_a_message_that_compares_does_not_stand_for_the_check() -> None:
    recorder = Recorder()
    namespace = {RECORDER: recorder, "np": np}
    exec(compile_tests(MESSAGE_COMPARES), namespace)
    with pytest.raises(AssertionError):
        namespace["test"]()  # type: ignore[operator]
    assert recorder.message == "something else"
    assert recorder.comparison is not None
    assert np.array_equal(recorder.comparison.expected, [1.0, 3.0])  # type: ignore[arg-type]


COUNTS_WRONG = """
def test():
    got, expected = twice(np.array([1.0, 2.0])), np.array([2.0, 5.0])
    wrong = ~np.isclose(got, expected)
    assert wrong.sum() == 0, "1 of 2 entries is wrong."
"""
ASKS_FOR_THE_SHAPE = """
def test():
    assert np.allclose(twice(np.array([1.0])), [2.0]), "fine"
    got = twice(np.array([1.0, 2.0]))
    assert got.shape == (1,), "The shape is wrong."
"""


def run_recorded(test: str) -> Recorder:
    """Run a test on a submission that doubles, and return what is recorded."""
    recorder = Recorder()
    namespace = {RECORDER: recorder, "np": np}
    exec(compile("def twice(x):\n    return 2 * x\n", "solution.py", "exec"), namespace)
    exec(compile_tests(test), namespace)
    # What pytest does in a run: the plugin hears of comparisons.
    before, util._reprcompare = util._reprcompare, lambda _, *sides: recorder.compare(*sides)
    try:
        with pytest.raises(AssertionError):
            namespace["test"]()  # type: ignore[operator]
    finally:
        util._reprcompare = before
    return recorder


def test_a_count_of_wrong_entries_does_not_stand_for_the_entries() -> None:
    comparison = run_recorded(COUNTS_WRONG).comparison
    assert comparison is not None
    assert np.array_equal(comparison.got, [2.0, 4.0])  # type: ignore[arg-type]
    assert np.array_equal(comparison.expected, [2.0, 5.0])  # type: ignore[arg-type]


def test_a_shape_does_not_stand_for_the_answer() -> None:
    assert run_recorded(ASKS_FOR_THE_SHAPE).comparison is None
