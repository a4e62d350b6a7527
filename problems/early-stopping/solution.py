"""Early stopping on a validation loss."""


class EarlyStopping:
    """Remembers the best epoch, and says when there has been none better for too long."""

    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best_loss = float("inf")
        self.best_epoch = None
        self.best_params = None
        self._epoch = 0  # the number of the next epoch
        self._waiting = 0  # epochs since the best one

    def update(self, loss, params):
        """Take note of an epoch, and return True if training should stop."""
        # A comparison with NaN is false, so a loss that is NaN never counts as an improvement.
        if loss < self.best_loss - self.min_delta:
            self.best_loss = float(loss)
            self.best_epoch = self._epoch
            self.best_params = [param.copy() for param in params]
            self._waiting = 0
        else:
            self._waiting += 1
        self._epoch += 1
        return self._waiting >= self.patience
