"""Your bias is multiplied by the inputs. It is what the layer gives when every input is 0, so it
has to come in after the weighted sum."""


def linear_forward(x, W, b):
    return x @ (W + b)
