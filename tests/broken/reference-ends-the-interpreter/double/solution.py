import os


def double(x):
    return 2 * x if x > 0 else os._exit(3)
