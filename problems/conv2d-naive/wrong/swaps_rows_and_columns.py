"""Your code mixes up rows and columns of the kernel. With a square kernel only the numbers show it;
with any other the sizes do: the first axis counts rows, in the image and in the kernel."""

import numpy as np


def conv2d(image, kernel):
    kernel = kernel.T
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    response = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[i : i + kh, j : j + kw]
            response[i, j] = np.sum(window * kernel)
    return response
