"""Your gradients may be right but come in another order than the caller unpacks them in. Compare
your return with the table in the statement."""


def linear_backward(grad, x, W):
    return x.T @ grad, grad.sum(axis=0), grad @ W.T
