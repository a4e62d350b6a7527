"""Your response has the size of the image, as if there were something around it. Here nothing is
added, and the kernel stays within the image."""

import numpy as np


def conv2d(image, kernel):
    kh, kw = kernel.shape
    image = np.pad(image, ((0, kh - 1), (0, kw - 1)))
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.sum(window * kernel)
    return response
