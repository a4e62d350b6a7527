"""Your columns are all moved by the same number. Each has a mean of its own."""

import numpy as np


def pca(x, k):
    centered = x - x.mean()
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
