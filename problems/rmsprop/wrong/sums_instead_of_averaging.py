"""Your squares add up without end, so that the steps become shorter and shorter. That is AdaGrad; an
average forgets."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    square_avg = square_avg + grad**2
    return param - lr * grad / (np.sqrt(square_avg) + eps), square_avg
