"""One step of Adam (Kingma and Ba, 2015, algorithm 1)."""

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """Return the parameter and its two moments after step t, as a tuple of new arrays.

    The steps count from 1. The moments come and go without their bias correction.
    """
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    # Names of their own: what is corrected now must not be averaged again in the next step.
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return param - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
