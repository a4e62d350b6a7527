"""You return how far each parameter should move, not where it ends up. The step starts from the
parameter itself."""


def sgd_step(params, grads, lr):
    return [-lr * grad for _, grad in zip(params, grads, strict=True)]
