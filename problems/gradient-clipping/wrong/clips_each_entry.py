"""You cap every entry for itself. Large entries are cut and small ones stay, so the direction changes,
and the length can still be above the limit."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    return [np.clip(grad, -max_norm, max_norm) for grad in grads], norm
