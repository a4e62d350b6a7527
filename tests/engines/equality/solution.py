"""What the cases call: some of it is right, some of it raises, some of it is wrong."""

import numpy as np

state = {"calls": 0}


def count():
    """Keep state in the module, which must be new for each test."""
    state["calls"] += 1
    return state["calls"]


def double(values):
    return 2 * np.asarray(values)


def nearly(values):
    """Return the values with an error that is only just too large."""
    values = np.array(values, dtype=float)
    values[..., -1] += 1.5e-3
    return values


def transposed(values):
    return np.asarray(values).T


def as_float32(values):
    return np.asarray(values, dtype=np.float32)


def nothing(values):
    print("kept", values)


def solve_singular():
    return np.linalg.solve(np.zeros((2, 3)), np.ones(3))


def inner(number):
    return 1 // (number - number)


def outer(number):
    return [inner(one) for one in range(number, number + 1)]


def chained():
    try:
        outer(3)
    except ZeroDivisionError as error:
        raise ValueError("the outer one\nhas two lines") from error


def deep(number):
    return deep(number - 1) if number else {}["missing"]


class OddError(ValueError):
    def __str__(self):
        raise RuntimeError("not even a text")


def odd():
    raise OddError
