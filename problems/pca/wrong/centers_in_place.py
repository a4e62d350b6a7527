"""Your analysis is right, but the caller's data has lost its means. `-=` writes into the array it
is applied to."""

import numpy as np


def pca(x, k):
    x -= x.mean(axis=0)
    centered = x
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
