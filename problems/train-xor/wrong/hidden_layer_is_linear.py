"""Your hidden layer passes its sums on as they are. Two linear layers in a row are one linear
layer, and that is what cannot learn XOR."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def forward(params, x):
    W1, b1, W2, b2 = params
    hidden = x @ W1 + b1
    return hidden, sigmoid(hidden @ W2 + b2)


def backward(params, x, target):
    _, _, W2, _ = params
    hidden, pred = forward(params, x)
    error = pred - target
    grad = 2 * error / error.size
    grad = grad * pred * (1 - pred)
    grad_W2, grad_b2 = hidden.T @ grad, grad.sum(axis=0)
    grad = grad @ W2.T
    grad_W1, grad_b1 = x.T @ grad, grad.sum(axis=0)
    return float(np.mean(error**2)), [grad_W1, grad_b1, grad_W2, grad_b2]


def predict(params, x):
    _, pred = forward(params, x)
    return pred


def train(params, x, target, lr, steps):
    losses = []
    for _ in range(steps):
        loss, grads = backward(params, x, target)
        losses.append(loss)
        params = [param - lr * grad for param, grad in zip(params, grads, strict=True)]
    return params, losses
