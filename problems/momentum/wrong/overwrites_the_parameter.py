"""Your velocity is a new array, but the parameter is changed in place. Who kept the old parameter, to
go back to it, has lost it."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    param -= lr * velocity
    return param, velocity
