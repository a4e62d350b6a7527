"""Your velocity is an average of the gradients, as in Adam. Here they add up: under a constant slope
the steps should become longer and longer, up to a limit far above the gradient."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return param - lr * velocity, velocity
