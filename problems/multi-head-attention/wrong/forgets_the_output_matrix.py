"""Your heads stand side by side at the end, and nothing mixes them any more. One of the four
matrices has not been used."""

import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_out, n_heads, causal=False):
    query, key, value = (split(x @ weight, n_heads) for weight in (w_query, w_key, w_value))
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(query.shape[-1])
    if causal:
        scores = np.where(np.tri(x.shape[1], dtype=bool), scores, -np.inf)
    heads = softmax(scores) @ value
    return heads.swapaxes(1, 2).reshape(x.shape)


def split(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, n_heads, width // n_heads).swapaxes(1, 2)


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
