"""A lookup in the embedding table, and the gradient of the table."""

import numpy as np


def embed_tokens(token_ids, table):
    """Return the rows of the table that the ids name; an id outside of it raises IndexError."""
    # NumPy refuses ids that are too large, but reads negative ones from the end of the table.
    if np.any(token_ids < 0):
        raise IndexError("token ids count from 0")
    return table[token_ids]


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    """Return dL/dtable, shape (vocab_size, d), for the gradient of what was looked up."""
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    # Unlike gradient[token_ids] += grad_output, add.at adds once for every time an id occurs.
    np.add.at(gradient, token_ids, grad_output)
    return gradient
