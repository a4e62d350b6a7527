"""Losses, softmax and what is near them, beside PyTorch and SciPy."""

from __future__ import annotations

import numpy as np
import torch
from scipy import special, stats
from torch import nn
from torch.nn import functional

from counterparts.compare import autograd, compare


@compare("mse-loss", "torch mse_loss, autograd")
def mse_loss(ours, rng):
    pred, target = rng.normal(size=(2, 7, 5))
    loss, grad = autograd(lambda p: functional.mse_loss(p, torch.tensor(target)), pred)
    yield ours.mse_loss(pred, target), loss
    yield ours.mse_loss_backward(pred, target), grad


@compare("mse-loss-module", "torch MSELoss, autograd")
def mse_loss_module(ours, rng):
    pred, target = rng.normal(size=(2, 7, 5))
    loss, grad = autograd(lambda p: nn.MSELoss()(p, torch.tensor(target)), pred)
    layer = ours.MSELoss()
    yield layer.forward(pred, target), loss
    yield layer.backward(), grad


@compare("mse-loss-reduction", "torch MSELoss, three reductions")
def mse_loss_reduction(ours, rng):
    pred, target = rng.normal(size=(2, 7, 5))
    for reduction in ("mean", "sum", "none"):
        theirs = nn.MSELoss(reduction=reduction)
        ones = np.ones_like(pred) if reduction == "none" else None
        loss, grad = autograd(lambda p, f=theirs: f(p, torch.tensor(target)), pred, grad=ones)
        layer = ours.MSELoss(reduction)
        yield layer(pred, target), loss
        yield layer.backward(), grad


@compare("mae-loss", "torch l1_loss, autograd")
def mae_loss(ours, rng):
    pred, target = rng.normal(size=(2, 7, 5))
    pred[::2, 1] = target[::2, 1]  # the corner
    loss, grad = autograd(lambda p: functional.l1_loss(p, torch.tensor(target)), pred)
    yield ours.mae_loss(pred, target), loss
    yield ours.mae_loss_backward(pred, target), grad


@compare("huber-loss", "torch huber_loss, autograd")
def huber_loss(ours, rng):
    pred, target = 3 * rng.normal(size=(2, 7, 5))
    for delta in (0.5, 1.0, 4.0):
        loss, grad = autograd(
            lambda p, d=delta: functional.huber_loss(p, torch.tensor(target), delta=d), pred
        )
        yield ours.huber_loss(pred, target, delta), loss
        yield ours.huber_loss_backward(pred, target, delta), grad


@compare("hinge-loss", "torch hinge_embedding_loss, autograd")
def hinge_loss(ours, rng):
    scores, labels = rng.normal(size=(6, 4)), np.sign(rng.normal(size=(6, 4)))
    minus = -torch.ones(scores.shape)
    loss, grad = autograd(
        lambda s: functional.hinge_embedding_loss(s * torch.tensor(labels), minus), scores
    )
    yield ours.hinge_loss(scores, labels), loss
    yield ours.hinge_loss_backward(scores, labels), grad


@compare("bce-with-logits", "torch binary_cross_entropy_with_logits")
def bce_with_logits(ours, rng):
    logits, targets = 20 * rng.normal(size=(6, 4)), rng.random((6, 4))
    loss, grad = autograd(
        lambda z: functional.binary_cross_entropy_with_logits(z, torch.tensor(targets)), logits
    )
    yield ours.bce_with_logits(logits, targets), loss
    yield ours.bce_with_logits_backward(logits, targets), grad


@compare("focal-loss", "torch autograd of weighted logsigmoid")
def focal_loss(ours, rng):
    logits, targets = 3 * rng.normal(size=(6, 4)), (rng.random((6, 4)) < 0.3) * 1.0
    sign, weight = torch.tensor(2 * targets - 1), torch.tensor(0.3 * targets + 0.7 * (1 - targets))
    for gamma in (0.0, 0.5, 2.0):
        loss, grad = autograd(
            lambda z, g=gamma: torch.mean(
                -weight * torch.sigmoid(-sign * z) ** g * functional.logsigmoid(sign * z)
            ),
            logits,
        )
        yield ours.focal_loss(logits, targets, gamma, 0.3), loss
        yield ours.focal_loss_backward(logits, targets, gamma, 0.3), grad


@compare("softmax-cross-entropy", "torch cross_entropy, autograd")
def softmax_cross_entropy(ours, rng):
    logits, labels = 5 * rng.normal(size=(8, 6)), rng.integers(6, size=8)
    loss, grad = autograd(lambda z: functional.cross_entropy(z, torch.tensor(labels)), logits)
    yield ours.softmax_cross_entropy(logits, labels), loss
    yield ours.softmax_cross_entropy_backward(logits, labels), grad


@compare("label-smoothing", "torch cross_entropy(label_smoothing)")
def label_smoothing(ours, rng):
    logits, labels = 5 * rng.normal(size=(8, 6)), rng.integers(6, size=8)
    for epsilon in (0.0, 0.1, 1.0):
        loss, grad = autograd(
            lambda z, e=epsilon: functional.cross_entropy(
                z, torch.tensor(labels), label_smoothing=e
            ),
            logits,
        )
        yield ours.smoothed_cross_entropy(logits, labels, epsilon), loss
        yield ours.smoothed_cross_entropy_backward(logits, labels, epsilon), grad


@compare("kl-divergence", "torch kl_div, scipy.stats.entropy")
def kl_divergence(ours, rng):
    p, q = rng.dirichlet(np.ones(5), size=(2, 6))
    p[0] = [0.5, 0.0, 0.5, 0.0, 0.0]
    loss, grad = autograd(
        lambda t: functional.kl_div(t.log(), torch.tensor(p), reduction="batchmean"), q
    )
    yield ours.kl_divergence(p, q), loss
    yield ours.kl_divergence_backward(p, q), grad
    yield ours.kl_divergence(p, q), stats.entropy(p, q, axis=1).mean()


@compare("triplet-loss", "torch TripletMarginWithDistanceLoss")
def triplet_loss(ours, rng):
    points = rng.normal(size=(3, 8, 4))
    theirs = nn.TripletMarginWithDistanceLoss(
        distance_function=lambda a, b: ((a - b) ** 2).sum(-1), margin=0.7
    )
    loss, *gradients = autograd(theirs, *points)
    yield ours.triplet_loss(*points, 0.7), loss
    yield from zip(ours.triplet_loss_backward(*points, 0.7), gradients, strict=True)


@compare("softmax-backward", "torch softmax, autograd")
def softmax_backward(ours, rng):
    x, grad = 5 * rng.normal(size=(2, 3, 6)), rng.normal(size=(2, 3, 6))
    probabilities, grad_x = autograd(lambda t: t.softmax(-1), x, grad=grad)
    yield ours.softmax(x), probabilities
    yield ours.softmax_backward(grad, x), grad_x


@compare("log-sum-exp", "torch logsumexp, scipy.special.logsumexp")
def log_sum_exp(ours, rng):
    for scale in (1, 400):
        x = scale * rng.normal(size=(3, 4, 5))
        x[0, 1] = -np.inf
        for axis in (0, 1, -1):
            yield ours.log_sum_exp(x, axis), torch.logsumexp(torch.tensor(x), axis)
            yield ours.log_sum_exp(x, axis, True), special.logsumexp(x, axis, keepdims=True)
        yield ours.log_sum_exp(x), special.logsumexp(x)
