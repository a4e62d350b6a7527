"""Your average is kept, but the step only looks at the sign of the gradient. A gradient larger than
usual should give a longer step than usual."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    square_avg = alpha * square_avg + (1 - alpha) * grad**2
    return param - lr * np.sign(grad), square_avg
