"""Your result holds numbers that are none when the temperature is tiny. A quotient may become
infinite, and infinity minus infinity is undefined; differences of logits are harmless."""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    below = logits / temperature
    powers = np.exp(below - below.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
