"""Your batches are all about equally long. Here every batch is full as long as there are enough examples,
and what is left makes the last one."""

import numpy as np


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if len(x) == 0:
        return []
    parts = np.array_split(rng.permutation(len(x)), -(-len(x) // batch_size))
    return [(x[rows], y[rows]) for rows in parts]
