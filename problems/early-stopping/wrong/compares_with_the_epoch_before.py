"""You compare each loss with the one before. A loss that jumps up and comes back half of the way would
count as progress; the best one so far is what has to be beaten."""


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_epoch, self.best_params = float("inf"), None, None
        self.epoch, self.waiting = 0, 0
        self.previous = float("inf")

    def update(self, loss, params):
        if loss < self.previous - self.min_delta:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best_params = [param.copy() for param in params]
            self.waiting = 0
        else:
            self.waiting += 1
        self.previous = loss
        self.epoch += 1
        return self.waiting >= self.patience
