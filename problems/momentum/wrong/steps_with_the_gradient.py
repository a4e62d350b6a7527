"""Your velocity is kept with care, and then nobody uses it: the parameter moves by the gradient
alone, as without momentum."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    return param - lr * grad, momentum * velocity + grad
