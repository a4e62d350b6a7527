"""Your rows share one shift. A row that lies far below the largest logit of the batch has only
exponentials of 0 left."""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        best = np.argmax(logits, axis=-1, keepdims=True)
        return (np.arange(logits.shape[-1]) == best).astype(float)
    below = (logits - logits.max()) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
