"""Your loss is right, but your gradient grows with the difference. Look at the graph of the
absolute value: how steep is it far out, and how steep close to 0?"""

import numpy as np


def mae_loss(pred, target):
    return float(np.mean(np.abs(pred - target)))


def mae_loss_backward(pred, target):
    return (pred - target) / pred.size
