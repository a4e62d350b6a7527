"""You fill the last batch with examples from the beginning. They would count twice in this epoch; a short
batch is nothing bad."""

import numpy as np


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x), batch_size):
        rows = np.take(order, np.arange(start, start + batch_size), mode="wrap")
        batches.append((x[rows], y[rows]))
    return batches
