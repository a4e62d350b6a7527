import numpy as np


def embed_tokens(token_ids, table):
    """Return the vector of every token: its row of the table.

    token_ids: array of integers, of any shape
    table:     array of floats, shape (V, d)
    returns:   array of floats, the shape of token_ids and then d
    raises:    IndexError if an id is below 0 or not below V
    """
    # Your code here
    pass


def embed_tokens_backward(token_ids, grad_output, vocab_size):
    """Return the gradient of the loss with respect to the table.

    token_ids:   array of integers, of any shape, all valid
    grad_output: array of floats, the shape of token_ids and then d
    vocab_size:  an int, the number of rows of the table
    returns:     array of floats, shape (vocab_size, d)
    """
    # Your code here
    pass
