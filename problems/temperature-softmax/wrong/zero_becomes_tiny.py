"""Your temperature of 0 is replaced by a tiny one. That is close, as long as no two logits are
equally large."""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    temperature = max(temperature, 1e-9)
    below = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
