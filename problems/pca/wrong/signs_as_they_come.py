"""Your components are right up to their signs. Which of two opposite directions a decomposition
gives is chance; the statement has a rule."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    return components, variances, centered @ components.T
