"""Your gradient of the biases adds up along the wrong axis: it has one number per example. A bias
belongs to an output."""


def linear_backward(grad, x, W):
    return grad @ W.T, x.T @ grad, grad.sum(axis=1)
