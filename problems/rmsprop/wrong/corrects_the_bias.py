"""Your average is right, but before you divide by its root you make it larger. Adam does so, to make up
for the start at zeros; RMSProp does not, and its first steps are longer than `lr`."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    square_avg = alpha * square_avg + (1 - alpha) * grad**2
    corrected = square_avg / (1 - alpha)
    return param - lr * grad / (np.sqrt(corrected) + eps), square_avg
