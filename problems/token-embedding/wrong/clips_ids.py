"""Your lookup puts some other token in the place of one that does not exist. The text is broken
then, and whoever trains on it should hear of it rather than get a vector."""

import numpy as np


def embed_tokens(token_ids, table):
    return table[np.clip(token_ids, 0, len(table) - 1)]


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    np.add.at(gradient, token_ids, grad_output)
    return gradient
