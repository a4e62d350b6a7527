"""Your best loss belongs to the class, and all objects share it. A second training would have to beat the
first one; what belongs to one object is stored in `self`."""


class EarlyStopping:
    best_loss = float("inf")

    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best_epoch, self.best_params = None, None
        self.epoch, self.waiting = 0, 0

    def update(self, loss, params):
        if loss < self.best_loss - self.min_delta:
            EarlyStopping.best_loss, self.best_epoch = loss, self.epoch
            self.best_params = [param.copy() for param in params]
            self.waiting = 0
        else:
            self.waiting += 1
        self.epoch += 1
        return self.waiting >= self.patience
