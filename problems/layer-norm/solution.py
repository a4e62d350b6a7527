"""Layer normalisation over the last axis."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    """Return x with each last-axis vector normalised, times gain, plus bias."""
    centred = x - x.mean(axis=-1, keepdims=True)
    # Squaring the centred entries keeps its digits where mean(x**2) - mean(x)**2 loses them.
    variance = np.mean(centred**2, axis=-1, keepdims=True)
    return gain * centred / np.sqrt(variance + eps) + bias
