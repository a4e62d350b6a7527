"""The way back through a linear layer."""


def linear_backward(grad, x, W):
    """Return (dL/dx, dL/dW, dL/db) for y = x @ W + b, given grad = dL/dy."""
    grad_x = grad @ W.T  # the weights again, from outputs to inputs
    grad_W = x.T @ grad  # the inner axis is the batch, so this sums over its examples
    grad_b = grad.sum(axis=0)
    return grad_x, grad_W, grad_b
