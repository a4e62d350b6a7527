"""Your gradients come out right, but they were written over those that you were given. `*=` changes the
caller's arrays."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = max_norm / norm if norm > max_norm else 1.0
    for grad in grads:
        grad *= scale
    return list(grads), norm
