"""Your windows change the image. A slice is a view of the same numbers, so multiplying it in place
multiplies a part of the image, and the next window sees the result."""

import numpy as np


def conv2d(image, kernel):
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            window *= kernel
            response[i, j] = np.sum(window)
    return response
