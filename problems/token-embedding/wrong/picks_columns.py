"""Your ids pick along the wrong axis of the table. Which axis has one entry per token, and which
one entry per number of a vector?"""

import numpy as np


def embed_tokens(token_ids, table):
    if np.any(token_ids < 0):
        raise IndexError("unknown id")
    return table[:, token_ids]


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    np.add.at(gradient, token_ids, grad_output)
    return gradient
