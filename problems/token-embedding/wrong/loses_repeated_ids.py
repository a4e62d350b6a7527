"""Your gradient is right as long as no token occurs twice. An assignment through an index array
writes every named row once, even if the operator says that something is to be added."""

import numpy as np


def embed_tokens(token_ids, table):
    if np.any(token_ids < 0):
        raise IndexError("unknown id")
    return table[token_ids]


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    gradient[token_ids] += grad_output
    return gradient
