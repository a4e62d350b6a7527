"""Numbers that remember what they were computed from, and the order of their computation."""

import math


class Value:
    """A float `data` and the Values it was computed from, a tuple `inputs`."""

    def __init__(self, data, inputs=()):
        self.data = float(data)
        self.inputs = inputs

    def __add__(self, other):
        other = _as_value(other)
        return Value(self.data + other.data, (self, other))

    def __mul__(self, other):
        other = _as_value(other)
        return Value(self.data * other.data, (self, other))

    def __pow__(self, exponent):
        return Value(self.data**exponent, (self,))

    def exp(self):
        """Return e to the power of self."""
        return Value(math.exp(self.data), (self,))

    def tanh(self):
        """Return the hyperbolic tangent of self."""
        return Value(math.tanh(self.data), (self,))

    # All others are made of these five, so they need no rules of their own.

    def __neg__(self):
        # mutant: * -> / -- -1 is its own inverse
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * _as_value(other) ** -1

    # Python calls these when the operand on the left is a number.

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


def _as_value(operand):
    """Return a Value as it is, and a number as a new leaf."""
    return operand if isinstance(operand, Value) else Value(operand)


def topological_order(root):
    """Return every node of root's graph once, each after all its inputs."""
    order, seen = [], set()
    stack = [(root, False)]  # one's own stack may be deep, Python's may not
    while stack:
        node, ready = stack.pop()
        if ready:  # all its inputs, which lay above it, are in the order
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((value, False) for value in node.inputs)
    return order
