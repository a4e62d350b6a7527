"""Your step consists of the look ahead alone. The slope at the parameter enters twice: through the
velocity, and by itself."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param - lr * momentum * velocity, velocity
