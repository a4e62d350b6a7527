"""Your temperature of 0 chooses the last of several equally large logits. Which of them does the
statement name?"""

import numpy as np


def temperature_softmax(logits, temperature):
    if temperature < 0:
        raise ValueError(f"the temperature is {temperature}, but it cannot be negative")
    if temperature == 0:
        width = logits.shape[-1]
        best = width - 1 - np.argmax(logits[..., ::-1], axis=-1, keepdims=True)
        return (np.arange(width) == best).astype(float)
    below = (logits - logits.max(axis=-1, keepdims=True)) / temperature
    powers = np.exp(below)
    return powers / powers.sum(axis=-1, keepdims=True)
