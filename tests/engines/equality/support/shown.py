"""How a case says what it has calculated, and the numbers that several cases calculate with."""

import sys

import numpy as np
import sweep

_FEW = 12


def say(*values):
    """Print values as text."""
    sys.stdout.write(" ".join(str(value) for value in values) + "\n")


def show(*values):
    """Print values as they are written in code; of a large array the first few, and a digest."""
    for value in values:
        if isinstance(value, np.ndarray):
            numbers = value.ravel().tolist()
            more = f"... {sweep.digest(repr(numbers))}" if len(numbers) > _FEW else ""
            say(value.dtype, value.shape, numbers[:_FEW], more)
        else:
            say(repr(value))


def matrix(size=5, seed=3):
    """Return a square matrix of normal numbers."""
    return np.random.default_rng(seed).normal(size=(size, size))
