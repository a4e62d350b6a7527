"""You make `batch_size` batches. The number says how many examples are in each; how many batches come of it
depends on the data."""

import numpy as np


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if len(x) == 0:
        return []
    parts = np.array_split(rng.permutation(len(x)), batch_size)
    return [(x[rows], y[rows]) for rows in parts if len(rows)]
