"""Our automatic differentiation, beside PyTorch's."""

from __future__ import annotations

import numpy as np
import torch

from counterparts.compare import autograd, compare


def expression(a, b):
    """Return something that uses every operation of a scalar engine, and values more than once."""
    c = (a * b + a**3).tanh() - b / (a * a + 2.0)
    d = (c * -a).exp() + 3.0 - (1.5 - b) / 4.0
    return d * c + 2.0 / d


@compare("autodiff-graph", "torch: the data of an expression")
def autodiff_graph(ours, rng):
    for numbers in rng.normal(size=(10, 2)):
        yield (
            expression(*map(ours.Value, numbers)).data,
            expression(*map(torch.tensor, numbers)),
        )


@compare("autodiff-backward", "torch autograd of an expression")
def autodiff_backward(ours, rng):
    for numbers in rng.normal(size=(10, 2)):
        a, b = map(ours.Value, numbers)
        result = expression(a, b)
        result.backward()
        yield from zip((result.data, a.grad, b.grad), autograd(expression, *numbers), strict=True)


def network(x, w, b, scale):
    """Return something that uses every operation of a tensor engine, with broadcasting."""
    h = (x @ w + b).relu() * scale
    return (h + (h * 0.5).tanh() * b).sum()


@compare("tensor-autodiff", "torch autograd, with broadcasting")
def tensor_autodiff(ours, rng):
    arrays = [rng.normal(size=shape) for shape in [(5, 3), (3, 4), (4,), (5, 1)]]
    tensors = [ours.Tensor(array) for array in arrays]
    result = network(*tensors)
    result.backward()
    got = [result.data, *(tensor.grad for tensor in tensors)]
    yield from zip(got, autograd(network, *arrays), strict=True)


@compare("train-with-autodiff", "torch autograd, SGD: 60 steps")
def train_with_autodiff(ours, rng):
    x, target = rng.normal(size=(12, 2)), rng.normal(size=(12, 1))
    start = [rng.normal(size=shape) for shape in [(2, 5), (5,), (5, 1), (1,)]]

    def ours_loss(tensors):
        error = ours.mlp(tensors, x) + -target
        return (error * error).sum() * (1 / 12)

    theirs = [torch.tensor(array, requires_grad=True) for array in start]
    optimizer, losses = torch.optim.SGD(theirs, lr=0.1), []
    for _ in range(60):
        w1, b1, w2, b2 = theirs
        out = torch.tanh(torch.tensor(x) @ w1 + b1) @ w2 + b2
        loss = torch.nn.functional.mse_loss(out, torch.tensor(target))
        optimizer.zero_grad()
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    params, our_losses = ours.train(ours_loss, start, 0.1, 60)
    yield np.array(our_losses), losses
    yield from zip(params, theirs, strict=True)
