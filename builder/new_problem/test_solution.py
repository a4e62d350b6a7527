"""Hidden tests of new-problem: ordinary pytest.

The first line of a test's docstring is its name on the page, and an assertion's message is what a
learner reads: say what is wrong and what to think about.
"""

import numpy as np
from solution import new_problem


def test_without_gaps():
    """new_problem: the mean of values without gaps"""
    got = new_problem(np.array([1.0, 2.0, 6.0]))
    assert np.isclose(got, 3.0), f"The mean of 1, 2 and 6 is 3, but your function returns {got}."
    got = new_problem(np.array([4.0]))
    assert np.isclose(got, 4.0), f"One value is its own mean, 4, but your function returns {got}."


def test_gaps_do_not_count():
    """new_problem: gaps do not count"""
    got = new_problem(np.array([np.nan, 2.0, np.nan, 8.0, 5.0]))
    assert np.isclose(got, 5.0), (
        f"Of [nan, 2, nan, 8, 5], three values are no gaps, with the mean 5, not {got}. "
        "By what do you divide?"
    )


def test_nothing_but_gaps():
    """new_problem: 0 where there are gaps only"""
    for values in (np.array([np.nan, np.nan]), np.array([])):
        got = new_problem(values)
        assert got == 0, f"For {values} the result should be 0, but it is {got}."


def test_values_are_left_unchanged():
    """new_problem: leaves values as they were"""
    values = np.array([1.0, np.nan])
    new_problem(values)
    assert np.array_equal(values, [1.0, np.nan], equal_nan=True), (
        "Your function changed the array that it was given. Work on a new one."
    )
