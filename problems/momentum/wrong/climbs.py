"""Your velocity is right, but the parameter follows it uphill. The velocity is made of gradients, and
these point where the loss rises."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param + lr * velocity, velocity
