"""One step of gradient descent."""


def sgd_step(params, grads, lr):
    """Return a new list with lr times its gradient taken off each parameter.

    Raises ValueError if the lists differ in length.
    """
    # Without strict, zip would stop at the shorter list and drop parameters without a word.
    return [param - lr * grad for param, grad in zip(params, grads, strict=True)]
