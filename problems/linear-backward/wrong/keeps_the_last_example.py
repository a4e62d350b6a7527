"""Your gradient of the weights is that of one example. In a loop over the batch, every example's
share has to be added to what is there, not to replace it."""

import numpy as np


def linear_backward(grad, x, W):
    grad_W = np.zeros(W.shape)
    for inputs, outputs in zip(x, grad):
        grad_W = np.outer(inputs, outputs)
    return grad @ W.T, grad_W, grad.sum(axis=0)
