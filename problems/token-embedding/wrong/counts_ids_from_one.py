"""Your ids are off by one against the table. The vocabulary is counted as Python counts: which id
does the first row have?"""

import numpy as np


def embed_tokens(token_ids, table):
    if np.any(token_ids < 0):
        raise IndexError("unknown id")
    return table[token_ids - 1]


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    np.add.at(gradient, token_ids - 1, grad_output)
    return gradient
