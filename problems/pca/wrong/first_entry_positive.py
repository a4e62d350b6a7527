"""Your signs follow another rule: not the first entry of a component is to be positive, but the one
that is largest in size."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([row[0] for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
