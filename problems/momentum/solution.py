"""One step of gradient descent with momentum."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    """Return the parameter and the velocity after one step, as a tuple of new arrays.

    The learning rate scales the step, not the velocity, as in torch.optim.SGD.
    """
    velocity = momentum * velocity + grad
    return param - lr * velocity, velocity
