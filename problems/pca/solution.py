"""Principal component analysis by the singular value decomposition."""

import numpy as np


def pca(x, k):
    """Return (components, variances, scores), largest variance first."""
    centered = x - x.mean(axis=0)
    # x.T @ x would square the condition number, and the smallest directions would be lost.
    # mutant: False -> True -- only rows and columns beyond the first k differ
    _, singular, directions = np.linalg.svd(centered, full_matrices=False)
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    # A direction and its opposite are equally good: the entry of largest size shall be positive.
    largest = np.abs(components).argmax(axis=1)
    signs = np.sign(components[np.arange(k), largest])
    # mutant: * -> / -- the signs are 1 and -1
    components = components * signs[:, None]
    return components, variances, centered @ components.T
