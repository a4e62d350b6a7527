"""Your first component points at the data instead of along it. Spread is measured around the mean,
so that has to be taken off first."""

import numpy as np


def pca(x, k):
    centered = x + 0.0
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
