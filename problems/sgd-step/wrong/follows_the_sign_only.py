"""Your parameters all move equally far. Where the slope is steep the step should be longer than
where it is nearly flat."""

import numpy as np


def sgd_step(params, grads, lr):
    return [param - lr * np.sign(grad) for param, grad in zip(params, grads, strict=True)]
