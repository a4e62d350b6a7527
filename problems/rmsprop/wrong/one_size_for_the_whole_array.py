"""Your average is one number for the whole array. The point is that each entry is divided by the size of
its own gradients; what does a mean over the array do to a weight with tiny ones?"""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    mean = np.full(grad.shape, np.sum(grad**2) / max(grad.size, 1))
    square_avg = alpha * square_avg + (1 - alpha) * mean
    return param - lr * grad / (np.sqrt(square_avg) + eps), square_avg
