"""You take an equal loss for an improvement. On a plateau the training would never stop; how much lower than
the best one does a loss have to be?"""


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_epoch, self.best_params = float("inf"), None, None
        self.epoch, self.waiting = 0, 0

    def update(self, loss, params):
        if loss <= self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best_params = [param.copy() for param in params]
            self.waiting = 0
        else:
            self.waiting += 1
        self.epoch += 1
        return self.waiting >= self.patience
