"""Your output has a row or a column too many: its last windows reach over the edge of the padded
image. What does not fit completely is left out."""

import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    (batch, _, H, W), (c_out, _, kh, kw) = x.shape, weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    x = np.pad(x, ((0, 0), (0, 0), (0, stride), (0, stride)))
    rows = -((kh - H - 2 * padding) // stride) + 1
    columns = -((kw - W - 2 * padding) // stride) + 1
    y = np.zeros((batch, c_out, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + kh, left : left + kw]
            for o in range(c_out):
                y[:, o, i, j] = np.sum(window * weight[o], axis=(1, 2, 3)) + bias[o]
    return y
