"""Your relu is right for ordinary numbers, but not for the largest: a step on the way doubles them.
Is there a way that makes no number larger than it was?"""

import numpy as np


def relu(x):
    return (x + np.abs(x)) / 2


def relu_backward(grad, x):
    return grad * (x > 0)
