"""Your function accepts a negative temperature. It would make the worst token the most probable
one; the caller should hear of it."""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    below = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
