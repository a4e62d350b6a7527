import numpy as np


class EarlyStopping:
    """Watches the validation loss, epoch by epoch.

    best_loss:   the lowest loss that counted as an improvement, a float; infinity before the first
    best_epoch:  the number of that epoch, an int, counted from 0; None before the first
    best_params: a list of copies of that epoch's parameters; None before the first
    """

    def __init__(self, patience, min_delta=0.0):
        """Begin with nothing seen.

        patience:  after so many epochs in a row without an improvement training stops, an int of
                   at least 1
        min_delta: a loss has to be lower than the best one by more than this, a float of at least 0
        """
        # Your code here
        pass

    def update(self, loss, params):
        """Take note of one more epoch.

        loss:    its validation loss, a float, possibly NaN
        params:  list of arrays of floats, the parameters at its end
        returns: True if training should stop, otherwise False
        """
        # Your code here
        pass
