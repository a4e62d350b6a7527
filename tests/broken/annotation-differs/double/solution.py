def double(x: float):
    return 2 * x
