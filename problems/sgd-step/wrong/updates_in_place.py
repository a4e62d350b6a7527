"""Your step changes the arrays it was given. `-=` on an array writes into that array, whoever else
holds it; the old parameters are gone."""


def sgd_step(params, grads, lr):
    for param, grad in zip(params, grads, strict=True):
        param -= lr * grad
    return params
