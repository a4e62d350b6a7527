"""You compare a sum of squares with a length. The norm of a single entry should be its magnitude; what is
yours for 3?"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    norm = sum(float(np.sum(grad**2)) for grad in grads)
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], norm
