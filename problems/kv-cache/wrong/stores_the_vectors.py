"""Your class stores the tokens and computes all their keys and values again and again. The outputs
are right, but the work is what the cache should save."""

import numpy as np


class CachedAttention:

    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.text = np.empty((0, len(w_key)))
        self.keys = np.empty((0, w_key.shape[1]))
        self.values = np.empty((0, w_value.shape[1]))

    def forward(self, x):
        old = len(self.keys)
        self.text = np.concatenate([self.text, x])
        self.keys = self.text @ self.w_key
        self.values = self.text @ self.w_value
        scores = x @ self.w_query @ self.keys.T / np.sqrt(self.keys.shape[1])
        visible = np.tri(*scores.shape, k=old, dtype=bool)
        scores = np.where(visible, scores, -np.inf)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True) @ self.values
