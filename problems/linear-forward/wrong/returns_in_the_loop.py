"""Your function answers for the first example and stops there. A `return` ends the function, also
from inside a loop."""


def linear_forward(x, W, b):
    for example in x:
        return example @ W + b
