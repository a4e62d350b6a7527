"""Your backward marks the elements that were chosen but forgets what they are to receive. The slope
of 1 is a factor; the gradient that arrives is the other."""

import numpy as np


def places(x, size, stride):
    rows, columns = (x.shape[2] - size) // stride + 1, (x.shape[3] - size) // stride + 1
    for n, c, i, j in np.ndindex(x.shape[0], x.shape[1], rows, columns):
        yield n, c, i, j, i * stride, j * stride


def max_pool2d(x, size, stride):
    rows, columns = (x.shape[2] - size) // stride + 1, (x.shape[3] - size) // stride + 1
    y = np.zeros((x.shape[0], x.shape[1], rows, columns))
    for n, c, i, j, top, left in places(x, size, stride):
        window = x[n, c, top : top + size, left : left + size]
        y[n, c, i, j] = window.max()
    return y


def max_pool2d_backward(grad, x, size, stride):
    grad_x = np.zeros(x.shape)
    for n, c, i, j, top, left in places(x, size, stride):
        window = x[n, c, top : top + size, left : left + size]
        a, b = divmod(window.argmax(), size)
        grad_x[n, c, top + a, left + b] += 1
    return grad_x
