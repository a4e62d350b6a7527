"""Your average is of the gradients, not of their squares, so it can be negative, and gradients of
changing sign cancel in it."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    square_avg = alpha * square_avg + (1 - alpha) * grad
    return param - lr * grad / (np.abs(square_avg) ** 0.5 + eps), square_avg
