"""Your triangle begins at the first stored token, as if the block were the beginning of the text.
New tokens may see all of the old ones."""

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
        visible = np.tri(*scores.shape, dtype=bool)
        scores = np.where(visible, scores, -np.inf)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True) @ self.values
