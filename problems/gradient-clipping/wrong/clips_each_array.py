"""You measure and shorten every array for itself. Some come out shortened and others not, so that all
of them together point somewhere else: which vector has the length that counts?"""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    clipped = []
    for grad in grads:
        largest = float(np.max(np.abs(grad), initial=0.0))
        own = largest * float(np.linalg.norm(grad / largest)) if largest > 0.0 else 0.0
        clipped.append(grad * (max_norm / own if own > max_norm else 1.0))
    return clipped, norm
