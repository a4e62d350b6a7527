"""The way back through a convolution layer."""

import numpy as np


def conv2d_backward(grad, x, weight, stride=1, padding=0):
    """Return (dL/dx, dL/dweight, dL/dbias), given grad = dL/d conv2d(x, weight, bias, ...)."""
    (H, W), (kh, kw) = x.shape[2:], weight.shape[2:]
    border = (padding, padding)
    padded = np.pad(x, ((0, 0), (0, 0), border, border))
    grad_padded, grad_weight = np.zeros(padded.shape), np.zeros(weight.shape)
    for i, j in np.ndindex(*grad.shape[2:]):
        top, left = i * stride, j * stride
        window = np.s_[:, :, top : top + kh, left : left + kw]
        here = grad[:, :, i, j]  # one number for each example n and output channel o
        grad_padded[window] += np.einsum("no,ocab->ncab", here, weight)
        grad_weight += np.einsum("no,ncab->ocab", here, padded[window])
    # The border's zeros are not part of x; what reached them is cut off.
    grad_x = grad_padded[:, :, padding : padding + H, padding : padding + W]
    return grad_x, grad_weight, grad.sum(axis=(0, 2, 3))
