"""Your velocity keeps all of the past. Only a part of the old velocity should be left after each
step, or it never stops growing."""


def momentum_step(param, grad, velocity, lr, momentum=0.9):
    velocity = velocity + grad
    return param - lr * velocity, velocity
