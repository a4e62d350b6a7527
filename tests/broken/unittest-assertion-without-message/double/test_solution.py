import unittest

from solution import double


class DoubleTest(unittest.TestCase):
    def test_positive(self):
        """double: a positive number"""
        self.assertEqual(double(2), 4)

    def test_negative(self):
        """double: a negative number"""
        self.assertEqual(double(-3), -6, "-3 doubled is -6")
