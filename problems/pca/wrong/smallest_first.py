"""Your components begin with the smallest variance. Look at the order in which your decomposition
sorts."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[::-1][:k], singular[::-1][:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
