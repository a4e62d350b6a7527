"""Your outputs are no numbers when the scores grow large. A row of scores may be shifted before its
exponentials are taken."""

import numpy as np


class CachedAttention:

    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = np.empty((0, w_key.shape[1]))
        self.values = np.empty((0, w_value.shape[1]))

    def forward(self, x):
        old = len(self.keys)
        self.keys = np.concatenate([self.keys, x @ self.w_key])
        self.values = np.concatenate([self.values, x @ self.w_value])
        scores = x @ self.w_query @ self.keys.T / np.sqrt(self.keys.shape[1])
        visible = np.tri(*scores.shape, k=old, dtype=bool)
        scores = np.where(visible, scores, -np.inf)
        powers = np.exp(scores)
        return powers / powers.sum(axis=1, keepdims=True) @ self.values
