"""The shuffled mini-batches of one epoch."""


def mini_batches(x, y, batch_size, rng):
    """Return a list of pairs (x_batch, y_batch) that hold every example once, in random order.

    Raises ValueError if x and y differ in length.
    """
    if len(x) != len(y):
        raise ValueError(f"{len(x)} examples, but {len(y)} labels")
    order = rng.permutation(len(x))
    cuts = range(0, len(x), batch_size)
    rows = [order[start : start + batch_size] for start in cuts]
    # One order for both: an example must not lose its label.
    return [(x[batch], y[batch]) for batch in rows]
