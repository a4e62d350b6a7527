import numpy as np
from solution import double


def test_positive():
    """double: a positive number"""
    np.testing.assert_allclose(double(2), 4)


def test_negative():
    """double: a negative number"""
    assert double(-3) == -6, "-3 doubled is -6"
