"""Functions that return nothing."""

def mse_loss(pred, target):
    pass


def mse_loss_backward(pred, target):
    pass
