from solution import double


def test_positive():
    """double: a positive number"""
    assert double(2) == 4, "2 doubled is 4"


def test_negative():
    """double: a negative number"""
    assert double(-3) == -6, "-3 doubled is -6"


LIMIT = 1 / 0
