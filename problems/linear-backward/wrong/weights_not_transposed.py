"""Your gradient of the inputs sends numbers through the weights in the forward direction. On the
way back they go from outputs to inputs; a square W raises no error that would tell you."""


def linear_backward(grad, x, W):
    return grad @ W, x.T @ grad, grad.sum(axis=0)
