"""Your step has the right length and goes uphill: the gradient, and the velocity made of gradients, point
where the loss rises."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param + lr * (grad + momentum * velocity), velocity
