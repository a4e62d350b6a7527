from solution import Doubler


def test_positive():
    """Doubler: a positive number"""
    assert Doubler(2).double() == 4, "2 doubled is 4"
