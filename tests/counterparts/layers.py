"""Layers of plain and convolutional networks, beside PyTorch and SciPy."""

from __future__ import annotations

import numpy as np
import torch
from scipy import signal, special
from torch import nn
from torch.nn import functional

from counterparts.compare import autograd, compare


@compare("linear-forward", "torch linear")
def linear_forward(ours, rng):
    x, weight, bias = rng.normal(size=(6, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
    theirs = functional.linear(*map(torch.tensor, (x, weight.T, bias)))
    yield ours.linear_forward(x, weight, bias), theirs


@compare("linear-backward", "torch linear, autograd")
def linear_backward(ours, rng):
    x, weight, bias = rng.normal(size=(6, 4)), rng.normal(size=(4, 3)), rng.normal(size=3)
    grad = rng.normal(size=(6, 3))
    _, *gradients = autograd(
        lambda x, w, b: functional.linear(x, w.T, b), x, weight, bias, grad=grad
    )
    yield from zip(ours.linear_backward(grad, x, weight), gradients, strict=True)


@compare("relu", "torch relu, autograd")
def relu(ours, rng):
    x, grad = rng.normal(size=(2, 6, 4))
    x[0, :2] = [0.0, -0.0]
    y, grad_x = autograd(torch.relu, x, grad=grad)
    yield ours.relu(x), y
    yield ours.relu_backward(grad, x), grad_x


@compare("sigmoid", "torch sigmoid, scipy.special.expit")
def sigmoid(ours, rng):
    x, grad = 30 * rng.normal(size=(2, 6, 4))
    y, grad_x = autograd(torch.sigmoid, x, grad=grad)
    yield ours.sigmoid(x), y
    yield ours.sigmoid(x), special.expit(x)
    yield ours.sigmoid_backward(grad, x), grad_x


@compare("conv2d-naive", "torch conv2d, scipy correlate2d")
def conv2d_naive(ours, rng):
    image, kernel = rng.normal(size=(9, 7)), rng.normal(size=(3, 2))
    theirs = functional.conv2d(torch.tensor(image)[None, None], torch.tensor(kernel)[None, None])
    yield ours.conv2d(image, kernel), theirs[0, 0]
    yield ours.conv2d(image, kernel), signal.correlate2d(image, kernel, mode="valid")


def convolution(rng):
    """Return images, kernels and biases; the kernels are not square, and neither are the images."""
    return rng.normal(size=(2, 3, 9, 8)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)


SETTINGS = [(1, 0), (1, 2), (2, 1), (3, 0)]


@compare("conv2d-padding-stride", "torch conv2d")
def conv2d_padding_stride(ours, rng):
    arrays = convolution(rng)
    for stride, padding in SETTINGS:
        theirs = functional.conv2d(*map(torch.tensor, arrays), stride=stride, padding=padding)
        yield ours.conv2d(*arrays, stride, padding), theirs


@compare("conv2d-backward", "torch conv2d, autograd")
def conv2d_backward(ours, rng):
    x, weight, bias = convolution(rng)
    for stride, padding in SETTINGS:
        rows, columns = (9 + 2 * padding - 3) // stride + 1, (8 + 2 * padding - 2) // stride + 1
        grad = rng.normal(size=(2, 4, rows, columns))
        _, *gradients = autograd(
            lambda *arrays, s=stride, p=padding: functional.conv2d(*arrays, stride=s, padding=p),
            *(x, weight, bias),
            grad=grad,
        )
        ours_all = ours.conv2d_backward(grad, x, weight, stride, padding)
        yield from zip(ours_all, gradients, strict=True)


WINDOWS = [(2, 2), (3, 1), (2, 3)]


@compare("max-pool2d", "torch max_pool2d, autograd")
def max_pool2d(ours, rng):
    x = rng.integers(4, size=(2, 3, 8, 7)).astype(float)  # few values: ties in many windows
    for size, stride in WINDOWS:
        grad = rng.normal(size=(2, 3, (8 - size) // stride + 1, (7 - size) // stride + 1))
        y, grad_x = autograd(
            lambda t, k=size, s=stride: functional.max_pool2d(t, k, s), x, grad=grad
        )
        yield ours.max_pool2d(x, size, stride), y
        yield ours.max_pool2d_backward(grad, x, size, stride), grad_x


@compare("avg-pool2d", "torch avg_pool2d, autograd")
def avg_pool2d(ours, rng):
    x = rng.normal(size=(2, 3, 8, 7))
    for size, stride in WINDOWS:
        grad = rng.normal(size=(2, 3, (8 - size) // stride + 1, (7 - size) // stride + 1))
        y, grad_x = autograd(
            lambda t, k=size, s=stride: functional.avg_pool2d(t, k, s), x, grad=grad
        )
        yield ours.avg_pool2d(x, size, stride), y
        yield ours.avg_pool2d_backward(grad, x.shape, size, stride), grad_x


@compare("cnn-forward", "torch Sequential of Conv2d to Linear")
def cnn_forward(ours, rng):
    network = nn.Sequential(
        *(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(4, 5, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(5 * 2 * 3, 6)),
    )
    x = rng.normal(size=(2, 3, 9, 12))
    params = [parameter.detach().numpy() for parameter in network.parameters()]
    params[4] = params[4].T
    yield ours.cnn_forward(x, params), network(torch.tensor(x))


@compare("batch-norm-forward", "torch BatchNorm1d, three batches")
def batch_norm_forward(ours, rng):
    layer = nn.BatchNorm1d(4, momentum=0.3)
    gain, bias = rng.normal(size=(2, 4))
    layer.weight.data, layer.bias.data = torch.tensor(gain), torch.tensor(bias)
    statistics = [np.zeros(4), np.ones(4)]
    for training in (True, True, True, False):
        x = 3 * rng.normal(size=(6, 4)) + 5
        theirs = layer.train(training)(torch.tensor(x))
        out, *statistics = ours.batch_norm_forward(x, gain, bias, *statistics, training, 0.3)
        yield out, theirs
        yield statistics[0], layer.running_mean
        yield statistics[1], layer.running_var


@compare("batch-norm-backward", "torch batch_norm, autograd")
def batch_norm_backward(ours, rng):
    x, grad = rng.normal(size=(2, 6, 4))
    gain, bias = rng.normal(size=(2, 4))
    _, *gradients = autograd(
        lambda x, g, b: functional.batch_norm(x, None, None, g, b, training=True),
        *(x, gain, bias),
        grad=grad,
    )
    yield from zip(ours.batch_norm_backward(grad, x, gain), gradients, strict=True)


@compare("layer-norm", "torch layer_norm")
def layer_norm(ours, rng):
    x, gain, bias = rng.normal(size=(2, 3, 8)), rng.normal(size=8), rng.normal(size=8)
    theirs = functional.layer_norm(torch.tensor(x), (8,), torch.tensor(gain), torch.tensor(bias))
    yield ours.layer_norm(x, gain, bias), theirs


@compare("dropout", "torch dropout of ones: the values")
def dropout(ours, rng):
    torch.manual_seed(0)
    ones = np.ones(1000)
    for p in (0.2, 0.5, 0.75):
        _, mask = ours.dropout_forward(ones, p, rng)
        yield np.unique(mask), torch.unique(functional.dropout(torch.tensor(ones), p))
        out, evaluated = ours.dropout_forward(ones, p, rng, training=False)
        yield out * evaluated, functional.dropout(torch.tensor(ones), p, training=False)
