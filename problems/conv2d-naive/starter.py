import numpy as np


def conv2d(image, kernel):
    """Return the kernel's response at every place where it fits into the image.

    image:   array of floats, shape (H, W)
    kernel:  array of floats, shape (kh, kw), with kh <= H and kw <= W
    returns: array of floats, shape (H - kh + 1, W - kw + 1)
    """
    # Your code here
    pass
