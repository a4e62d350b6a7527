"""What is recorded of a hidden test, at its calls and at the check that does not hold."""

import numpy as np
import pytest

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
