"""Your first layer receives a gradient through weights that have already moved. All gradients
belong to the parameters of the way forward; change nothing until the last of them is known."""

import numpy as np


def sigmoid(x):
    return np.exp(np.minimum(x, 0)) / (1 + np.exp(-np.abs(x)))


def forward(params, x):
    W1, b1, W2, b2 = params
    hidden = sigmoid(x @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2)


def backward(params, x, target, lr):
    _, _, W2, _ = params
    hidden, pred = forward(params, x)
    error = pred - target
    grad = 2 * error / error.size
    grad = grad * pred * (1 - pred)
    grad_W2, grad_b2 = hidden.T @ grad, grad.sum(axis=0)
    params[2] = params[2] - lr * grad_W2
    params[3] = params[3] - lr * grad_b2
    grad = grad @ params[2].T
    grad = grad * hidden * (1 - hidden)
    grad_W1, grad_b1 = x.T @ grad, grad.sum(axis=0)
    return float(np.mean(error**2)), [
        params[0] - lr * grad_W1,
        params[1] - lr * grad_b1,
        params[2],
        params[3],
    ]


def predict(params, x):
    _, pred = forward(params, x)
    return pred


def train(params, x, target, lr, steps):
    losses, params = [], list(params)
    for _ in range(steps):
        loss, params = backward(params, x, target, lr)
        losses.append(loss)
    return params, losses
