"""Your step quietly leaves out what has no partner. `zip` stops at the shorter of its lists, and a
layer without a gradient would never learn."""


def sgd_step(params, grads, lr):
    return [param - lr * grad for param, grad in zip(params, grads)]
