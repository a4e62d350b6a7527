from solution import Doubler, double, twice


def test_positive():
    """double: a positive number"""
    assert double(2) == 4, "2 doubled is 4"


def test_twice():
    """twice: does the same"""
    assert twice(-3) == -6, "-3 doubled is -6"


def test_class():
    """Doubler: keeps a value"""
    doubler = Doubler()
    doubler.value = -3
    assert doubler.double() == -6, "-3 doubled is -6"
