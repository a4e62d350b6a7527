"""Your backward enlarges each gradient to a block and sets the blocks side by side. That fits when
nothing overlaps and nothing is left over; otherwise the result does not even have the shape of the
image."""

import numpy as np


def avg_pool2d(x, size, stride):
    batch, channels, H, W = x.shape
    rows, columns = (H - size) // stride + 1, (W - size) // stride + 1
    y = np.zeros((batch, channels, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + size, left : left + size]
            y[:, :, i, j] = window.mean(axis=(2, 3))
    return y


def avg_pool2d_backward(grad, shape, size, stride):
    return np.repeat(np.repeat(grad, size, axis=2), size, axis=3) / size**2
