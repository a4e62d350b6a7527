"""Your velocity is right, but your step counts the gradient more than once. That is Nesterov's
variant; here the step is the rate times the velocity, and nothing else."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param - lr * (grad + momentum * velocity), velocity
