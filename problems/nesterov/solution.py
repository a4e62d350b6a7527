"""One step of gradient descent with Nesterov momentum, in the form that needs no second place."""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    """Return the parameter and the velocity after one step, as a tuple of new arrays.

    The velocity is that of plain momentum; the learning rate scales the step only.
    """
    velocity = momentum * velocity + grad
    # As far as the next step would roll without a new gradient: the look ahead.
    return param - lr * (grad + momentum * velocity), velocity
