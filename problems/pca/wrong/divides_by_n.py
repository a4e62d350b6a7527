"""Your variances are a little too small. The statement divides by one less than the number of
examples."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / len(x)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
