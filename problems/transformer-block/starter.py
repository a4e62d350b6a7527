import numpy as np


def gelu(z):
    """Apply GELU, in its tanh form, to every entry.

    z:       array of floats, of any shape
    returns: array of floats, the shape of z
    """
    # Your code here
    pass


def transformer_block(x, weights, n_heads):
    """Return the output of one causal block with its norms in front.

    x:       array of floats, shape (B, T, D)
    weights: dict of arrays of floats: norm1_gain, norm1_bias, w_query, w_key, w_value, w_out,
             norm2_gain, norm2_bias, w_up, b_up, w_down, b_down
    n_heads: an int that divides D
    returns: array of floats, shape (B, T, D)
    """
    # Your code here
    pass
