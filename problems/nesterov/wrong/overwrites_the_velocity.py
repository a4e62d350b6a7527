"""Your step writes into the velocity that it was given. `*=` and `+=` change the caller's array, so
the same step cannot be taken twice."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity *= momentum
    velocity += grad
    return param - lr * (grad + momentum * velocity), velocity
