"""A softmax with a temperature, along the last axis."""

import numpy as np


def temperature_softmax(logits, temperature):
    """Return the softmax of logits / temperature; 0 gives a 1 at each row's first maximum."""
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    # Shifted first: the differences are at most 0, so dividing them can only reach -inf, whose
    # exponential is 0. Divided first, two logits may both become inf, and inf - inf is nan.
    below = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
