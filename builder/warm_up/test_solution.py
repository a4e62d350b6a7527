"""Warms the grader before its memory is saved: each way in which a test can end is gone once."""

import sys

import pytest
from solution import double

numpy = sys.modules.get("numpy")


@pytest.fixture
def number():
    return 2.0


def test_scalar(number):
    """a scalar"""
    got = double(number)
    assert got == 4.0, f"expected 4.0, got {got}"


@pytest.mark.parametrize("value", [(1.0, 2.0), (3.0,)])
def test_sequence(value):
    """a sequence"""
    got = double(value)
    assert list(got) == [2 * part for part in value], "every element is doubled"


def test_raises():
    """no number at all"""
    with pytest.raises(ValueError, match="number"):
        double(None)


if numpy is not None:

    def test_array():
        """an array"""
        got = double(numpy.array([[1.0, 2.0], [3.0, 4.0]]))
        numpy.testing.assert_allclose(got, [[2.0, 4.0], [6.0, 8.0]], err_msg="doubled")
        assert numpy.allclose(got, numpy.array([[2.0, 4.0], [6.0, 8.0]])), "doubled"
