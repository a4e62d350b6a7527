"""Your gradient of the biases is a mean while that of the weights is a sum. A bias is a weight
whose input is always 1, so both follow one rule."""


def linear_backward(grad, x, W):
    return grad @ W.T, x.T @ grad, grad.mean(axis=0)
