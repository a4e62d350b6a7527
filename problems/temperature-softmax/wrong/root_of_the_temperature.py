"""Your temperature has too little effect. There is no root in the formula; at a temperature of 2,
what becomes of an exponential of 4?"""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    below = (logits - logits.max(axis=-1, keepdims=True)) / np.sqrt(temperature)
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
