"""Your columns have been scaled to the same spread. That is sometimes wise, but it is another
analysis: the components are those of the data as it is."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    centered = centered / centered.std(axis=0, ddof=1)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
