"""Your velocity is right, but your step is that of plain momentum. Either the look ahead is missing, or
it uses the velocity from before this gradient, which comes to the same."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param - lr * velocity, velocity
