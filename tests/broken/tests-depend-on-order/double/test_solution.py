import os

from solution import double


def test_positive():
    """double: a positive number"""
    os.environ["SEEN"] = "yes"
    assert double(2) == 4, "2 doubled is 4"


def test_negative():
    """double: a negative number"""
    assert os.environ.get("SEEN") and double(-3) == -6, "-3 doubled is -6"
