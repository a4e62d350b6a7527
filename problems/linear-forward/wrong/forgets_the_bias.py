"""Your weighted sums are right, but the biases have no part in them. An input of zeros should not
always give zeros."""


def linear_forward(x, W, b):
    return x @ W
