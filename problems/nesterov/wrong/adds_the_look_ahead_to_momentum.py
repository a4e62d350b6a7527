"""Your step takes the whole velocity and then the look ahead on top of it. The step before has
looked ahead already: some of this way is behind you."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param - lr * (velocity + momentum * velocity), velocity
