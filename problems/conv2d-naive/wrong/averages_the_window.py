"""Your response is smaller than it should be by one factor: the size of the kernel. The products
are added up; a kernel that averages would carry the division in its own numbers."""

import numpy as np


def conv2d(image, kernel):
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.mean(window * kernel)
    return response
