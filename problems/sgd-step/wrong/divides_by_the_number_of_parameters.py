"""Your step depends on how many parameters are in the list. Each takes its full step; whether a
gradient is a mean was decided by the loss."""


def sgd_step(params, grads, lr):
    rate = lr / max(len(params), 1)
    return [param - rate * grad for param, grad in zip(params, grads, strict=True)]
