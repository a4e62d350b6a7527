"""Your first step is right, and the later ones drift away: what you return as velocity contains the look
ahead, so that the next step looks ahead from there."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    ahead = grad + momentum * velocity
    return param - lr * ahead, ahead
