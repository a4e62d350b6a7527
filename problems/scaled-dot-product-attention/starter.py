import numpy as np


def scaled_dot_product_attention(query, key, value):
    """Return what each query takes from the values, and with which weights.

    query:   array of floats, shape (..., Tq, d_k)
    key:     array of floats, shape (..., Tk, d_k)
    value:   array of floats, shape (..., Tk, d_v)
    returns: a tuple of two arrays of floats:
             output, shape (..., Tq, d_v), and weights, shape (..., Tq, Tk)
    """
    # Your code here
    pass
