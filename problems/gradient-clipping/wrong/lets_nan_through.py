"""Your clipping is right for numbers, but a NaN or an infinity passes through it and spoils all gradients
at once. Any comparison with NaN is false, so look for it before you compare."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    largest = max([float(np.max(np.abs(grad), initial=0.0)) for grad in grads], default=0.0)
    norm = 0.0
    if largest > 0.0:
        norm = largest * math.sqrt(sum(float(np.sum((grad / largest) ** 2)) for grad in grads))
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], norm
