import numpy as np


class Tensor:
    """An array that knows its gradient.

    data: array of float64
    grad: array of float64, the shape of data, zeros until a backward comes by
    """

    def __init__(self, data, inputs=(), shares=()):
        """Store a copy of the array as float64, and what backward will need.

        data:   an array, a number or nested lists of numbers
        inputs: a tuple of the Tensors it was computed from
        shares: a tuple of functions, one for each input: from grad to what the input gets of it
        """
        # Your code here
        pass

    def __add__(self, other):
        """Return self + other as a new Tensor; other is a Tensor, an array or a number."""
        # Your code here
        pass

    def __mul__(self, other):
        """Return self * other as a new Tensor; other is a Tensor, an array or a number."""
        # Your code here
        pass

    def __radd__(self, other):
        """Return other + self as a new Tensor; other is a number."""
        # Your code here
        pass

    def __rmul__(self, other):
        """Return other * self as a new Tensor; other is a number."""
        # Your code here
        pass

    def __matmul__(self, other):
        """Return the matrix product of self and other, Tensors of shapes (n, k) and (k, m)."""
        # Your code here
        pass

    def sum(self):
        """Return the sum of all elements as a new Tensor of shape ()."""
        # Your code here
        pass

    def relu(self):
        """Return the maximum of 0 and each element as a new Tensor."""
        # Your code here
        pass

    def tanh(self):
        """Return the hyperbolic tangent of each element as a new Tensor."""
        # Your code here
        pass

    def backward(self):
        """Set grad of every node in self's graph to the gradient of the sum of self's elements."""
        # Your code here
        pass
