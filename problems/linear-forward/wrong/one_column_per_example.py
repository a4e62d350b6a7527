"""Your numbers may be right, but your table lies on its side. In this layout, for inputs as well as
outputs, an example is a row."""


def linear_forward(x, W, b):
    return W.T @ x.T + b[:, None]
