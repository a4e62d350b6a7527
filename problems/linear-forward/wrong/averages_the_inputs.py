"""Your outputs shrink as the number of inputs grows. The formula adds the weighted inputs up; is
there a division in it?"""


def linear_forward(x, W, b):
    return x @ W / x.shape[1] + b
