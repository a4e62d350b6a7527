"""Your average is right, but you divide by a mean of squares. A gradient ten times as large should not
lead to a step a tenth as long."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    square_avg = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * grad / (square_avg + eps), square_avg
