"""Your analysis is right for most data, but small directions drown. The covariance matrix holds
squares, and beside a large one a small one's square is below the precision of floats."""

import numpy as np


def pca(x, k):
    centered = x - x.mean(axis=0)
    values, vectors = np.linalg.eigh(centered.T @ centered)
    singular, directions = np.sqrt(np.maximum(values[::-1], 0)), vectors.T[::-1]
    components, variances = directions[:k], singular[:k] ** 2 / (len(x) - 1)
    signs = np.sign([max(row, key=abs) for row in components.tolist()])
    components = components * signs[:, None]
    return components, variances, centered @ components.T
