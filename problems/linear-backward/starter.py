import numpy as np


def linear_backward(grad, x, W):
    """Return the gradients of the loss with respect to x, W and b, for y = x @ W + b.

    grad:    array of floats, shape (batch, n_out), the gradient of the loss with respect to y
    x:       array of floats, shape (batch, n_in), what the layer was given
    W:       array of floats, shape (n_in, n_out), the layer's weights
    returns: a tuple (grad_x, grad_W, grad_b) of arrays of floats, of the shapes of x, W and b
    """
    # Your code here
    pass
