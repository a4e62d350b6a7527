"""Your step uses the velocity from before it was updated. In the first step that is zero: the
gradient has been seen, and nothing moves."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    return param - lr * velocity, momentum * velocity + grad
