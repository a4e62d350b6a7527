"""Your step looks too far ahead. Only a part of the velocity is left in the next step; without a new
gradient, how far would it roll?"""


def nesterov_step(param, grad, velocity, lr, momentum=0.9):
    velocity = momentum * velocity + grad
    return param - lr * (grad + velocity), velocity
