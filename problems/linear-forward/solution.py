"""A linear layer applied to a batch of examples."""


def linear_forward(x, W, b):
    """Return x @ W + b, shape (batch, n_out), for one example per row of x."""
    return x @ W + b  # b has no batch axis, so broadcasting adds it to every row
