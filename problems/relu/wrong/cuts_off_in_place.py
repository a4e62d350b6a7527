"""Your values are right, but they are written over the arrays you were given. Assigning to a part
of an array changes it for everyone who holds it, and backward would see another x."""


def relu(x):
    x[x < 0] = 0
    return x


def relu_backward(grad, x):
    grad[x <= 0] = 0
    return grad
