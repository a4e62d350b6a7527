"""Your step goes uphill. The gradient points where the loss rises; which way do you want to go?"""


def sgd_step(params, grads, lr):
    return [param + lr * grad for param, grad in zip(params, grads, strict=True)]
