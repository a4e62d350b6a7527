"""A network trained by gradient descent, with gradients from an engine for tensors."""

import numpy as np


class Tensor:
    """An array `data`, its gradient `grad`, and its inputs with a function for each one's share."""

    def __init__(self, data, inputs=(), shares=()):
        # mutant: array -> asarray -- no caller changes what it gave
        # mutant: , dtype=float -> nothing -- what comes in here is floats
        self.data = np.array(data, dtype=float)
        self.grad = np.zeros(self.data.shape)
        self.inputs = inputs
        self.shares = shares

    def __add__(self, other):
        other = _as_tensor(other)
        shares = (lambda grad: grad, lambda grad: grad)
        return Tensor(self.data + other.data, (self, other), shares)

    def __mul__(self, other):
        other = _as_tensor(other)
        shares = (lambda grad: grad * other.data, lambda grad: grad * self.data)
        return Tensor(self.data * other.data, (self, other), shares)

    __radd__, __rmul__ = __add__, __mul__

    def __matmul__(self, other):
        shares = (lambda grad: grad @ other.data.T, lambda grad: self.data.T @ grad)
        return Tensor(self.data @ other.data, (self, other), shares)

    def sum(self):
        """Return the sum of all elements."""
        return Tensor(self.data.sum(), (self,), (lambda grad: np.full(self.data.shape, grad),))

    def relu(self):
        """Return the maximum of 0 and each element."""
        return Tensor(np.maximum(self.data, 0), (self,), (lambda grad: grad * (self.data > 0),))

    def tanh(self):
        """Return the hyperbolic tangent of each element."""
        tangent = np.tanh(self.data)
        return Tensor(tangent, (self,), (lambda grad: grad * (1 - tangent**2),))

    def backward(self):
        """Set grad of every node in self's graph to the gradient of the sum of self's elements."""
        order = _topological_order(self)
        for node in order:
            node.grad = np.zeros(node.data.shape)
        self.grad = np.ones(self.data.shape)
        for node in reversed(order):
            # mutant: True -> False -- the two tuples always have one length
            for value, share in zip(node.inputs, node.shares, strict=True):
                value.grad += _unbroadcast(share(node.grad), value.data.shape)


def _as_tensor(operand):
    """Return a Tensor as it is, and an array or a number as a new leaf."""
    return operand if isinstance(operand, Tensor) else Tensor(operand)


def _unbroadcast(grad, shape):
    """Sum grad over the axes along which broadcasting stretched an array of this shape."""
    extra = grad.ndim - len(shape)  # shapes are aligned at the right, so new axes are at the left
    grad = grad.sum(axis=tuple(range(extra)))
    ones = tuple(axis for axis, size in enumerate(shape) if size == 1)
    return grad.sum(axis=ones, keepdims=True)


def _topological_order(root):
    """Return every node of root's graph once, each after all its inputs."""
    order, seen = [], set()
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:  # all its inputs, which lay above it, are in the order
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((value, False) for value in node.inputs)
    return order


def mlp(params, x):
    """Return the network's outputs for params = [W1, b1, W2, b2, ...], tanh between its layers."""
    # mutant: True -> False -- weights and biases come in pairs
    *hidden, last = zip(params[::2], params[1::2], strict=True)
    values = Tensor(x)
    for weights, bias in hidden:
        values = (values @ weights + bias).tanh()
    weights, bias = last
    return values @ weights + bias


def train(loss_of, params, lr, steps):
    """Return the parameters after so many steps down the loss, and the loss before each of them."""
    losses = []
    for _ in range(steps):
        tensors = [Tensor(param) for param in params]  # new ones: no graph, no old gradients
        loss = loss_of(tensors)
        loss.backward()
        losses.append(float(loss.data))
        params = [tensor.data - lr * tensor.grad for tensor in tensors]
    return params, losses
