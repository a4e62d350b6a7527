"""The optimizer AdamW (Loshchilov and Hutter, 2019), in the form of torch.optim.AdamW."""

import numpy as np


class AdamW:
    """Update a list of parameters in place, by Adam with decoupled weight decay.

    The attribute lr may be changed between two steps.
    """

    def __init__(self, params, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
        """Keep the arrays of params, and start both moments of each at zeros."""
        self.params = params
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.eps, self.weight_decay = eps, weight_decay
        self._moments = [(np.zeros_like(param), np.zeros_like(param)) for param in self.params]
        self._t = 0

    def step(self, grads):
        """Take one step, given the gradient of each parameter."""
        self._t += 1  # once for all parameters
        # mutant: True -> False -- there is one gradient for each parameter
        for param, grad, (m, v) in zip(self.params, grads, self._moments, strict=True):
            m += (1 - self.beta1) * (grad - m)
            v += (1 - self.beta2) * (grad**2 - v)
            m_hat = m / (1 - self.beta1**self._t)
            v_hat = v / (1 - self.beta2**self._t)
            # The decay comes from the weight alone: no average, no division by gradients' size.
            param *= 1 - self.lr * self.weight_decay
            param -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
