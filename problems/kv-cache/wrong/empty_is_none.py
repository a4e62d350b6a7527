"""Your keys and values are None before the first token. An array with no rows says the same and
needs no special case."""

import numpy as np


class CachedAttention:

    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = None
        self.values = None

    def forward(self, x):
        if self.keys is None:
            self.keys, self.values = x[:0] @ self.w_key, x[:0] @ self.w_value
        old = len(self.keys)
        self.keys = np.concatenate([self.keys, x @ self.w_key])
        self.values = np.concatenate([self.values, x @ self.w_value])
        scores = x @ self.w_query @ self.keys.T / np.sqrt(self.keys.shape[1])
        visible = np.tri(*scores.shape, k=old, dtype=bool)
        scores = np.where(visible, scores, -np.inf)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True) @ self.values
