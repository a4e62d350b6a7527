"""One step of RMSProp (Tieleman and Hinton, 2012)."""

import numpy as np


def rmsprop_step(param, grad, square_avg, lr=0.01, alpha=0.99, eps=1e-8):
    """Return the parameter and the average of squares after one step, as new arrays."""
    square_avg = alpha * square_avg + (1 - alpha) * grad**2
    # Outside the root eps is a size of gradients; inside, as in Keras, it would be a square.
    return param - lr * grad / (np.sqrt(square_avg) + eps), square_avg
