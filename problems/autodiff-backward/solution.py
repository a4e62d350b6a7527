"""Numbers that remember what they were computed from, and find their derivatives."""

import math


class Value:
    """A float `data`, its gradient `grad`, and its inputs with the local slope of each."""

    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs
        self.slopes = slopes

    def __add__(self, other):
        other = _as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = _as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        if exponent == 0:  # the rule below would divide by zero where self is 0
            return Value(1, (self,), (0.0,))
        return Value(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def exp(self):
        """Return e to the power of self."""
        power = math.exp(self.data)
        return Value(power, (self,), (power,))

    def tanh(self):
        """Return the hyperbolic tangent of self."""
        tangent = math.tanh(self.data)
        return Value(tangent, (self,), (1 - tangent**2,))

    # All others are made of these five, so they need no slopes of their own.

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

    def backward(self):
        """Set grad of every node in self's graph to the derivative of self with respect to it."""
        order = _topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            # mutant: True -> False -- the two tuples always have one length
            for value, slope in zip(node.inputs, node.slopes, strict=True):
                value.grad += node.grad * slope  # every use of a value has its share


def _as_value(operand):
    """Return a Value as it is, and a number as a new leaf."""
    return operand if isinstance(operand, Value) else Value(operand)


def _topological_order(root):
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
