"""Your object accepts min_delta and never looks at it. A loss that creeps down by a millionth in each epoch
would keep the training going."""


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_epoch, self.best_params = float("inf"), None, None
        self.epoch, self.waiting = 0, 0

    def update(self, loss, params):
        if loss < self.best_loss:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best_params = [param.copy() for param in params]
            self.waiting = 0
        else:
            self.waiting += 1
        self.epoch += 1
        return self.waiting >= self.patience
