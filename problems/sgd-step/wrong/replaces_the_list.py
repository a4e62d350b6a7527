"""You leave the old arrays alone but put the new ones into the caller's list. The list is the
caller's too; build your own."""


def sgd_step(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("params and grads differ in length")
    for index, grad in enumerate(grads):
        params[index] = params[index] - lr * grad
    return list(params)
