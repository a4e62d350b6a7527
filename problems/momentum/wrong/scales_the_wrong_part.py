"""You weaken the new gradient instead of the old velocity. Which of the two should fade with time?"""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = velocity + momentum * grad
    return param - lr * velocity, velocity
