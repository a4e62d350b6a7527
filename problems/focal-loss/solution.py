"""Focal loss of binary logits, and its gradient."""

import numpy as np


def _log_chances(logits, targets):
    """Return log p_t and log(1 - p_t), the chances of the right answer and of the wrong one."""
    turned = np.where(targets == 1, logits, -logits)  # large where the answer is right
    return -np.logaddexp(0, -turned), -np.logaddexp(0, turned)


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    """Return the mean over all elements of the focal loss as a float."""
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    return float(np.mean(weights * np.exp(gamma * log_wrong) * -log_right))


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    """Return d focal_loss / d logits, an array of logits' shape."""
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, alpha - 1)  # the sign: a logit of a no was turned
    bracket = gamma * np.exp(log_right) * log_right - np.exp(log_wrong)
    return weights * np.exp(gamma * log_wrong) * bracket / logits.size
