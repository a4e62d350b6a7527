"""Your rows do not add up to 1, but your columns do. In a batch, which axis is the vocabulary?"""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    below = (logits - logits.max(axis=0, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=0, keepdims=True)
