"""Your kernel is turned upside down and left to right. That is the convolution of mathematics; the
one of neural networks lays the kernel on the window as it is."""

import numpy as np


def conv2d(image, kernel):
    kernel = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.sum(window * kernel)
    return response
