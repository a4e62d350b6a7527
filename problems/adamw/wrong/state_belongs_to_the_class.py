"""Your moments belong to the class, not to its objects, so that a second optimizer goes on where the first
one stopped. What is written in the body of a class exists once."""

import numpy as np


class AdamW:
    moments = {}

    def __init__(self, params, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
        self.params = list(params)
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.eps, self.weight_decay = eps, weight_decay
        for place, param in enumerate(self.params):
            self.moments.setdefault((place, param.shape), (np.zeros_like(param), np.zeros_like(param)))
        self.m = [self.moments[place, param.shape][0] for place, param in enumerate(self.params)]
        self.v = [self.moments[place, param.shape][1] for place, param in enumerate(self.params)]
        self.t = 0

    def step(self, grads):
        self.t += 1
        for param, grad, m, v in zip(self.params, grads, self.m, self.v):
            m[...] = self.beta1 * m + (1 - self.beta1) * grad
            v[...] = self.beta2 * v + (1 - self.beta2) * grad**2
            m_hat = m / (1 - self.beta1**self.t)
            v_hat = v / (1 - self.beta2**self.t)
            param *= 1 - self.lr * self.weight_decay
            param -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
