"""Your function divides by the temperature even if it is 0. The limit exists, but it has to be
written down as a case of its own."""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    below = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
