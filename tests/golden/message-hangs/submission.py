"""Raises an exception whose message does not end."""


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def mse_loss(pred, target):
    return float(((pred - target) ** 2).mean())


def mse_loss_backward(pred, target):
    raise Endless
