def double(value):
    if value is None:
        raise ValueError("not a number")
    if isinstance(value, tuple):
        return tuple(2 * part for part in value)
    return 2 * value
