"""Your norm is right at usual magnitudes, but for huge gradients it is infinite and for tiny ones zero.
The root brings back only what the squares have not lost."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    norm = math.sqrt(sum(float(np.sum(grad**2)) for grad in grads))
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], norm
