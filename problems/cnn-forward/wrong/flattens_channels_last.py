"""Your features are in another order than the rows of W. The axes of an image are channels, rows
and columns, and flattening takes them in just this order."""

import numpy as np


def conv2d(x, weight, bias):
    batch, _, H, W = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    y = np.zeros((batch, len(weight), H, W))
    for a in range(3):
        for b in range(3):
            shifted = padded[:, :, a : a + H, b : b + W]
            y += np.einsum("ncij,oc->noij", shifted, weight[:, :, a, b])
    return y + bias[:, None, None]


def relu(x):
    return np.maximum(x, 0)


def pool(x):
    batch, channels, H, W = x.shape
    x = x[:, :, : H // 2 * 2, : W // 2 * 2]
    return x.reshape(batch, channels, H // 2, 2, W // 2, 2).max(axis=(3, 5))


def cnn_forward(x, params):
    weight1, bias1, weight2, bias2, W, b = params
    x = pool(relu(conv2d(x, weight1, bias1)))
    x = pool(relu(conv2d(x, weight2, bias2)))
    return x.transpose(0, 2, 3, 1).reshape(len(x), -1) @ W + b
