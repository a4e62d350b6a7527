"""Your windows always stand side by side. The stride may differ from the window's size: smaller
makes them overlap, larger leaves gaps."""

import numpy as np


def avg_pool2d(x, size, stride):
    batch, channels, H, W = x.shape
    rows, columns = (H - size) // size + 1, (W - size) // size + 1
    y = np.zeros((batch, channels, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * size, j * size
            window = x[:, :, top : top + size, left : left + size]
            y[:, :, i, j] = window.mean(axis=(2, 3))
    return y


def avg_pool2d_backward(grad, shape, size, stride):
    grad_x = np.zeros(shape)
    for i in range(grad.shape[2]):
        for j in range(grad.shape[3]):
            top, left = i * size, j * size
            share = grad[:, :, i, j, None, None] / size**2
            grad_x[:, :, top : top + size, left : left + size] += share
    return grad_x
