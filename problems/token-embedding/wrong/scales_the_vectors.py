"""Your vectors are longer than the rows of the table. Some models scale an embedding by the root of
its width before they add the positions; the lookup of this problem only looks up."""

import numpy as np


def embed_tokens(token_ids, table):
    if np.any(token_ids < 0):
        raise IndexError("unknown id")
    return table[token_ids] * np.sqrt(table.shape[1])


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    gradient = np.zeros((vocab_size, grad_output.shape[-1]))
    np.add.at(gradient, token_ids, grad_output * np.sqrt(grad_output.shape[-1]))
    return gradient
