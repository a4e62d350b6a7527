"""Your cache is stored on the class, so that all texts are one. Each object needs arrays of its
own."""

import numpy as np


class CachedAttention:
    keys = values = None

    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        if CachedAttention.keys is None:
            CachedAttention.keys = np.empty((0, w_key.shape[1]))
            CachedAttention.values = np.empty((0, w_value.shape[1]))

    def forward(self, x):
        old = len(self.keys)
        CachedAttention.keys = np.concatenate([self.keys, x @ self.w_key])
        CachedAttention.values = np.concatenate([self.values, x @ self.w_value])
        scores = x @ self.w_query @ self.keys.T / np.sqrt(self.keys.shape[1])
        visible = np.tri(*scores.shape, k=old, dtype=bool)
        scores = np.where(visible, scores, -np.inf)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True) @ self.values
