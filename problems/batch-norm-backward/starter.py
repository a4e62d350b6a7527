import numpy as np


def batch_norm_backward(grad, x, gain, eps=1e-5):
    """Return the gradients of the loss with respect to all inputs of a batch norm in training.

    grad:    array of floats, shape (N, D), the gradient with respect to the layer's output
    x:       array of floats, shape (N, D), what the layer was given, one example per row
    gain:    array of floats, shape (D,), the learned scale of each feature
    eps:     a float above 0, the one that the layer added to the variance
    returns: tuple (grad_x, grad_gain, grad_bias) of arrays of floats, of the shapes (N, D), (D,)
             and (D,)
    """
    # Your code here
    pass
