"""You keep the very arrays that the training goes on writing into. At the end they hold the last parameters,
not the best ones; a new list does not copy what is in it."""


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_epoch, self.best_params = float("inf"), None, None
        self.epoch, self.waiting = 0, 0

    def update(self, loss, params):
        if loss < self.best_loss - self.min_delta:
            self.best_loss, self.best_epoch = loss, self.epoch
            self.best_params = list(params)
            self.waiting = 0
        else:
            self.waiting += 1
        self.epoch += 1
        return self.waiting >= self.patience
