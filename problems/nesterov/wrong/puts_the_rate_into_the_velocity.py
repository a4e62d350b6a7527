"""Your velocity is a finished step: the learning rate is part of it. With one rate for ever the
parameters come out right, but when a schedule changes the rate, old steps keep the old one."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return param - lr * grad - momentum * velocity, velocity
