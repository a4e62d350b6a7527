def double(value):
    print("doubling", value)
    if isinstance(value, tuple):
        return undefined  # noqa: F821 - wrong on purpose
    return value * 3 if value is not None else None
