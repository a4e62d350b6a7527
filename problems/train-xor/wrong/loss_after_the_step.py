"""Your training is right, but your losses belong to other parameters: each is measured when its
step is already done. The curve should begin with the network as it was given."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def forward(params, x):
    W1, b1, W2, b2 = params
    hidden = sigmoid(x @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2)


def backward(params, x, target):
    _, _, W2, _ = params
    hidden, pred = forward(params, x)
    error = pred - target
    grad = 2 * error / error.size
    grad = grad * pred * (1 - pred)
    grad_W2, grad_b2 = hidden.T @ grad, grad.sum(axis=0)
    grad = grad @ W2.T
    grad = grad * hidden * (1 - hidden)
    grad_W1, grad_b1 = x.T @ grad, grad.sum(axis=0)
    return float(np.mean(error**2)), [grad_W1, grad_b1, grad_W2, grad_b2]


def predict(params, x):
    _, pred = forward(params, x)
    return pred


def train(params, x, target, lr, steps):
    losses = []
    for _ in range(steps):
        loss, grads = backward(params, x, target)
        params = [param - lr * grad for param, grad in zip(params, grads, strict=True)]
        losses.append(backward(params, x, target)[0])
    return params, losses
