import math


class Value:
    """A number that remembers the Values it was computed from.

    data:   a float
    inputs: a tuple of Values, empty for a leaf
    """

    def __init__(self, data, inputs=()):
        """Store the number as a float, and its inputs.

        data:   an int or a float
        inputs: a tuple of Values
        """
        # Your code here
        pass

    def __add__(self, other):
        """Return self + other as a new Value; other is a Value or a number."""
        # Your code here
        pass

    def __mul__(self, other):
        """Return self * other as a new Value; other is a Value or a number."""
        # Your code here
        pass

    def __pow__(self, exponent):
        """Return self ** exponent as a new Value; exponent is a number."""
        # Your code here
        pass

    def exp(self):
        """Return e to the power of self as a new Value."""
        # Your code here
        pass

    def tanh(self):
        """Return the hyperbolic tangent of self as a new Value."""
        # Your code here
        pass

    def __neg__(self):
        """Return -self as a new Value."""
        # Your code here
        pass

    def __sub__(self, other):
        """Return self - other as a new Value; other is a Value or a number."""
        # Your code here
        pass

    def __truediv__(self, other):
        """Return self / other as a new Value; other is a Value or a number."""
        # Your code here
        pass

    def __radd__(self, other):
        """Return other + self as a new Value; other is a number."""
        # Your code here
        pass

    def __rmul__(self, other):
        """Return other * self as a new Value; other is a number."""
        # Your code here
        pass

    def __rsub__(self, other):
        """Return other - self as a new Value; other is a number."""
        # Your code here
        pass

    def __rtruediv__(self, other):
        """Return other / self as a new Value; other is a number."""
        # Your code here
        pass


def topological_order(root):
    """Return every node of root's graph once, each after all its inputs.

    root:    a Value
    returns: a list of Values, root at its end
    """
    # Your code here
    pass
