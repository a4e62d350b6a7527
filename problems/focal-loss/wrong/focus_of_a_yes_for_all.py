"""Your focus is right for a yes. For a no the right answer has another probability, and the focus
asks for the right answer's."""

import numpy as np


def _log_chances(logits, targets):
    turned = np.where(targets == 1, logits, -logits)
    return -np.logaddexp(0, -turned), -np.logaddexp(0, turned)


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    focus = np.exp(-gamma * np.logaddexp(0, logits))
    return float(np.mean(weights * focus * -log_right))


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, alpha - 1)
    bracket = gamma * np.exp(log_right) * log_right - np.exp(log_wrong)
    return weights * np.exp(gamma * log_wrong) * bracket / logits.size
