import math


class Value:
    """A number that knows its gradient.

    data: a float
    grad: a float, 0.0 until a backward comes by
    """

    def __init__(self, data, inputs=(), slopes=()):
        """Store the number as a float, and what backward will need.

        data:   an int or a float
        inputs: a tuple of the Values it was computed from
        slopes: a tuple of floats, the derivative of data with respect to each input
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

    def backward(self):
        """Set grad of every node in self's graph to the derivative of self with respect to it."""
        # Your code here
        pass
