"""Your kernels are turned upside down and left to right. That is the convolution of mathematics;
the layers of networks leave the turn out."""

import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    (batch, _, H, W), (c_out, _, kh, kw) = x.shape, weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = (H + 2 * padding - kh) // stride + 1
    columns = (W + 2 * padding - kw) // stride + 1
    y = np.zeros((batch, c_out, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + kh, left : left + kw]
            for o in range(c_out):
                y[:, o, i, j] = np.sum(window * weight[o, :, ::-1, ::-1], axis=(1, 2, 3)) + bias[o]
    return y
