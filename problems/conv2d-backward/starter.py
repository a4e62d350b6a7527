import numpy as np


def conv2d_backward(grad, x, weight, stride=1, padding=0):
    """Return the gradients of the loss with respect to x, weight and bias.

    grad:    array of floats, shape (batch, c_out, H_out, W_out), the gradient of the loss with
             respect to the outputs of conv2d(x, weight, bias, stride, padding)
    x:       array of floats, shape (batch, c_in, H, W), what the layer was given
    weight:  array of floats, shape (c_out, c_in, kh, kw), the layer's kernels
    stride:  int, at least 1, as in the layer
    padding: int, at least 0, as in the layer
    returns: a tuple (grad_x, grad_weight, grad_bias) of arrays of floats, of the shapes of x,
             weight and (c_out,)
    """
    # Your code here
    pass
