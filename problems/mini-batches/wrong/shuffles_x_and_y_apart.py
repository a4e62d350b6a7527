"""Your examples and your labels are shuffled each in an order of their own. The network would learn
answers to other questions; one order has to serve both."""


def mini_batches(x, y, batch_size, rng):
    if len(x) != len(y):
        raise ValueError("lengths differ")
    x_order, y_order = rng.permutation(len(x)), rng.permutation(len(x))
    cuts = range(0, len(x), batch_size)
    return [(x[x_order[i : i + batch_size]], y[y_order[i : i + batch_size]]) for i in cuts]
