"""Your gradient is right for a yes. For a no the logit was turned around, and its slope has to be
turned back."""

import numpy as np


def _log_chances(logits, targets):
    turned = np.where(targets == 1, logits, -logits)
    return -np.logaddexp(0, -turned), -np.logaddexp(0, turned)


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    return float(np.mean(weights * np.exp(gamma * log_wrong) * -log_right))


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    bracket = gamma * np.exp(log_right) * log_right - np.exp(log_wrong)
    return weights * np.exp(gamma * log_wrong) * bracket / logits.size
