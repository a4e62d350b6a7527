"""Your loss is a weighted cross-entropy: easy answers cost what they always did. Where does gamma
come in?"""

import numpy as np


def _log_chances(logits, targets):
    turned = np.where(targets == 1, logits, -logits)
    return -np.logaddexp(0, -turned), -np.logaddexp(0, turned)


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, 1 - alpha)
    return float(np.mean(weights * -log_right))


def focal_loss_backward(logits, targets, gamma=2.0, alpha=0.25):
    log_right, log_wrong = _log_chances(logits, targets)
    weights = np.where(targets == 1, alpha, alpha - 1)
    return weights * -np.exp(log_wrong) / logits.size
