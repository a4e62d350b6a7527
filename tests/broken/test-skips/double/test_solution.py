import pytest
from solution import double


def test_positive():
    """double: a positive number"""
    assert double(2) == 4, "2 doubled is 4"


def test_negative():
    """double: a negative number"""
    pytest.skip("later")  # the fault of this case: the check has to refuse a test that skips
    assert double(-3) == -6, "-3 doubled is -6"
