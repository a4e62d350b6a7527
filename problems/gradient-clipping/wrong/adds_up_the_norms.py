"""You add up the lengths of the arrays. Two sides of a right triangle are together longer than the third:
it is the squares that add up, over all entries, and the root comes last."""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if not all(np.all(np.isfinite(grad)) for grad in grads):
        raise ValueError("the gradients hold NaN or an infinity")
    norm = 0.0
    for grad in grads:
        largest = float(np.max(np.abs(grad), initial=0.0))
        if largest > 0.0:
            norm += largest * float(np.linalg.norm(grad / largest))
    scale = max_norm / norm if norm > max_norm else 1.0
    return [grad * scale for grad in grads], norm
