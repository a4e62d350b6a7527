"""Your window and kernel are multiplied as matrices. The kernel is laid on the window, so each
number meets the one underneath."""

import numpy as np


def conv2d(image, kernel):
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.sum(window @ kernel)
    return response
