"""Your components have been turned, but their scores have not. Both have to fit together, or the
data cannot be rebuilt."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    scores = centered @ components.T
    return components * signs[:, None], variances, scores
