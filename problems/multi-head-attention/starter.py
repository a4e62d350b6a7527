import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_out, n_heads, causal=False):
    """Return what every token takes from the tokens it may look at.

    x:       array of floats, shape (B, T, D)
    w_query, w_key, w_value, w_out: arrays of floats, shape (D, D)
    n_heads: an int that divides D
    causal:  a bool; if true, a token sees only itself and those before it
    returns: array of floats, shape (B, T, D)
    """
    # Your code here
    pass
