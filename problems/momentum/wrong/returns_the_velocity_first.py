"""Your two arrays seem to have changed places. The parameter comes first, then the velocity."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return velocity, param - lr * velocity
