from pathlib import Path

import numpy as np
import numpy.testing as npt
import pytest
import solution
from expected import TWICE
from numpy.testing import assert_equal as same
from solution import *  # noqa: F403


def test_positive():
    """double: a positive number

    And more for the author.
    """
    assert double(2) == 4, f"{2} doubled is 4"  # noqa: F405


class TestOthers:
    def test_positive(self):
        """double: a negative number"""
        assert solution.double(-3) == -6, "-3 doubled is -6"

    @pytest.mark.parametrize("x", TWICE)
    def test_table(self, x):
        """double: from a table"""
        npt.assert_allclose(solution.double(x), TWICE[x], err_msg="Look at the table.")
        same(solution.double(x), TWICE[x], "Look at the table.")


def test_rejects():
    """double: None cannot be doubled"""
    with pytest.raises(TypeError):
        solution.double(None)


def test_file():
    """double: a number of a file"""
    x = int((Path(__file__).parent / "numbers.txt").read_text())
    np.testing.assert_array_equal(solution.double(x), 10, "5 doubled is 10")


def helper_that_is_no_test():
    return "test"
