"""Optimizers over several steps, schedules, first weights and whole trainings, beside PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.optim import lr_scheduler

from counterparts.compare import compare

STEPS = 12


def walk(optimizer_of, rng):
    """Yield where a parameter starts, then each gradient and how far PyTorch has moved by then."""
    start = rng.normal(size=(3, 4))
    parameter = nn.Parameter(torch.tensor(start))
    optimizer = optimizer_of([parameter])
    yield start
    for _ in range(STEPS):
        grad = rng.normal(size=(3, 4)) * 10.0 ** rng.integers(-3, 3, size=(3, 4))
        parameter.grad = torch.tensor(grad)
        optimizer.step()
        yield grad, parameter.detach().numpy() - start


@compare("sgd-step", f"torch SGD, {STEPS} steps")
def sgd_step(ours, rng):
    start, *steps = walk(lambda params: torch.optim.SGD(params, lr=0.1), rng)
    params = [start]
    for grad, moved in steps:
        params = ours.sgd_step(params, [grad], 0.1)
        yield params[0] - start, moved


@compare("momentum", f"torch SGD(momentum), {STEPS} steps")
def momentum(ours, rng):
    start, *steps = walk(lambda params: torch.optim.SGD(params, lr=0.1, momentum=0.8), rng)
    param, velocity = start, np.zeros((3, 4))
    for grad, moved in steps:
        param, velocity = ours.momentum_step(param, grad, velocity, 0.1, 0.8)
        yield param - start, moved


@compare("nesterov", f"torch SGD(nesterov), {STEPS} steps")
def nesterov(ours, rng):
    options = {"lr": 0.1, "momentum": 0.8, "nesterov": True}
    start, *steps = walk(lambda params: torch.optim.SGD(params, **options), rng)
    param, velocity = start, np.zeros((3, 4))
    for grad, moved in steps:
        param, velocity = ours.nesterov_step(param, grad, velocity, 0.1, 0.8)
        yield param - start, moved


@compare("rmsprop", f"torch RMSprop, {STEPS} steps")
def rmsprop(ours, rng):
    start, *steps = walk(torch.optim.RMSprop, rng)
    param, square_avg = start, np.zeros((3, 4))
    for grad, moved in steps:
        param, square_avg = ours.rmsprop_step(param, grad, square_avg)
        yield param - start, moved


@compare("adam", f"torch Adam, {STEPS} steps")
def adam(ours, rng):
    start, *steps = walk(torch.optim.Adam, rng)
    param, m, v = start, np.zeros((3, 4)), np.zeros((3, 4))
    for t, (grad, moved) in enumerate(steps, 1):
        param, m, v = ours.adam_step(param, grad, m, v, t)
        yield param - start, moved


@compare("adamw", f"torch AdamW, {STEPS} steps")
def adamw(ours, rng):
    options = {"lr": 0.05, "weight_decay": 0.3}
    start, *steps = walk(lambda params: torch.optim.AdamW(params, **options), rng)
    param = start.copy()
    optimizer = ours.AdamW([param], **options)
    for grad, moved in steps:
        optimizer.step([grad])
        yield param - start, moved


@compare("gradient-clipping", "torch get_total_norm, clip_grad_norm_")
def gradient_clipping(ours, rng):
    grads = [1e4 * rng.normal(size=shape) for shape in [(30, 40), (40,), (2, 3, 4)]]
    parameters = [nn.Parameter(torch.zeros(grad.shape)) for grad in grads]
    for limit in (1.0, 1e9):
        for parameter, grad in zip(parameters, grads, strict=True):
            parameter.grad = torch.tensor(grad)
        norm = nn.utils.clip_grad_norm_(parameters, limit)
        clipped, our_norm = ours.clip_by_global_norm(grads, limit)
        yield our_norm, norm
        yield our_norm, nn.utils.get_total_norm([torch.tensor(grad) for grad in grads])
        yield from zip(clipped, (parameter.grad for parameter in parameters), strict=True)


@compare("cosine-schedule", "torch LinearLR, CosineAnnealingLR")
def cosine_schedule(ours, rng):
    def rates(scheduler_of, count):
        optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.4)
        scheduler = scheduler_of(optimizer)
        for _ in range(count):
            yield scheduler.get_last_lr()[0]
            optimizer.step()
            scheduler.step()

    rising = rates(lambda o: lr_scheduler.LinearLR(o, 1 / 5, 1.0, total_iters=4), 5)
    falling = rates(lambda o: lr_scheduler.CosineAnnealingLR(o, 15, eta_min=0.1), 16)
    for step, rate in [*enumerate(rising, 1), *enumerate(falling, 5)]:
        yield ours.cosine_schedule(step, 0.4, 5, 20, 0.1), rate


SHAPE = (2000, 1000)


@compare("weight-initialisation", "torch.nn.init, by statistics", tolerance=0.005)
def weight_initialisation(ours, rng):
    torch.manual_seed(0)
    weights = torch.empty(SHAPE[::-1])  # PyTorch has outputs first
    theirs = {
        "xavier_normal": nn.init.xavier_normal_,
        "xavier_uniform": nn.init.xavier_uniform_,
        "he_normal": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
        "he_uniform": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
    }
    for name, fill in theirs.items():
        drawn, filled = getattr(ours, name)(*SHAPE, rng), fill(weights).numpy()
        yield drawn.std(), filled.std()
        if name.endswith("uniform"):
            yield [drawn.min(), drawn.max()], [filled.min(), filled.max()]


def descend(parameters, loss_of, lr, steps):
    """Train tensors in place by torch's SGD, and return the losses before each step."""
    optimizer, losses = torch.optim.SGD(parameters, lr=lr), []
    for _ in range(steps):
        optimizer.zero_grad()
        loss = loss_of()
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    return losses


@compare("train-xor", "torch Sequential, MSELoss, SGD: 200 steps")
def train_xor(ours, rng):
    network = nn.Sequential(nn.Linear(2, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid())
    start = [rng.normal(size=shape) for shape in [(2, 4), (4,), (4, 1), (1,)]]
    for parameter, array in zip(network.parameters(), start, strict=True):
        parameter.data = torch.tensor(array.T.copy())
    x, target = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]])
    inputs, targets = torch.tensor(x), torch.tensor(target)
    theirs = descend(
        network.parameters(), lambda: nn.functional.mse_loss(network(inputs), targets), 8.0, 200
    )
    params, losses = ours.train(start, x, target, 8.0, 200)
    yield losses, theirs
    yield ours.predict(params, x), network(inputs)
    for array, parameter in zip(params, network.parameters(), strict=True):
        yield array, parameter.detach().numpy().T


@compare("logistic-regression-gd", "torch BCEWithLogitsLoss, SGD: 200 steps")
def logistic_regression_gd(ours, rng):
    x, y = rng.normal(size=(20, 3)), (rng.random(20) < 0.5) * 1.0
    inputs, targets = torch.tensor(x), torch.tensor(y)
    weights, bias = torch.zeros(3, requires_grad=True), torch.zeros((), requires_grad=True)
    loss_of = nn.BCEWithLogitsLoss()
    theirs = descend([weights, bias], lambda: loss_of(inputs @ weights + bias, targets), 0.5, 200)
    for steps in (0, 1, 50):
        yield ours.log_loss(*ours.fit_logistic(x, y, 0.5, steps), x, y), theirs[steps]
    w, b = ours.fit_logistic(x, y, 0.5, 200)
    yield w, weights
    yield b, bias
