"""Average pooling over square windows, and its share of the chain rule."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def avg_pool2d(x, size, stride):
    """Return the mean of every window, per image and channel."""
    windows = sliding_window_view(x, (size, size), axis=(2, 3))[:, :, ::stride, ::stride]
    return windows.mean(axis=(4, 5))


def avg_pool2d_backward(grad, shape, size, stride):
    """Return dL/dx for x of the given shape, given grad = dL/d avg_pool2d(x, size, stride)."""
    grad_x = np.zeros(shape)
    # Every element of a window has the slope 1 / size^2; the two axes of 1 stretch to a window.
    share = grad[..., None, None] / size**2
    for i, j in np.ndindex(*grad.shape[2:]):
        top, left = i * stride, j * stride
        window = grad_x[:, :, top : top + size, left : left + size]  # a view: += writes through
        window += share[:, :, i, j]
    return grad_x
