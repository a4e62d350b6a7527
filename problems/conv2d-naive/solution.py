"""Two-dimensional convolution, one window at a time."""

import numpy as np


def conv2d(image, kernel):
    """Return the sum of window * kernel for every window of the kernel's size."""
    (H, W), (kh, kw) = image.shape, kernel.shape
    rows, columns = H - kh + 1, W - kw + 1
    response = np.empty((rows, columns))  # every entry is written below
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.sum(window * kernel)
    return response
