"""A network of two sigmoid layers, trained by gradient descent on the mean squared error."""

import numpy as np


def _sigmoid(x):
    """Return 1 / (1 + e^-x) for each element, at any magnitude."""
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def _forward(params, x):
    """Return the outputs of the hidden layer and of the network."""
    W1, b1, W2, b2 = params
    hidden = _sigmoid(x @ W1 + b1)
    return hidden, _sigmoid(hidden @ W2 + b2)


def _backward(params, x, target):
    """Return the loss, and its gradient with respect to each of params."""
    _, _, W2, _ = params
    hidden, pred = _forward(params, x)
    error = pred - target
    grad = 2 * error / error.size  # of the loss, with respect to pred
    grad = grad * pred * (1 - pred)  # and to what the last sigmoid was given
    grad_W2, grad_b2 = hidden.T @ grad, grad.sum(axis=0)
    grad = grad @ W2.T  # with respect to hidden, through the weights it met
    grad = grad * hidden * (1 - hidden)
    grad_W1, grad_b1 = x.T @ grad, grad.sum(axis=0)
    return float(np.mean(error**2)), [grad_W1, grad_b1, grad_W2, grad_b2]


def predict(params, x):
    """Return the network's outputs, shape (batch, n_out), for params = [W1, b1, W2, b2]."""
    _, pred = _forward(params, x)
    return pred


def train(params, x, target, lr, steps):
    """Return the parameters after so many steps, and the loss before each of them."""
    losses = []
    for _ in range(steps):
        loss, grads = _backward(params, x, target)
        losses.append(loss)
        # mutant: True -> False -- the two lists always have one length
        params = [param - lr * grad for param, grad in zip(params, grads, strict=True)]
    return params, losses
