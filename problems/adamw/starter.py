import numpy as np


class AdamW:
    """Adam with decoupled weight decay, for a list of parameters.

    The attribute lr holds the learning rate, and may be changed between two steps.
    """

    def __init__(self, params, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
        """Prepare the state of every parameter.

        params:       list of arrays of floats, of any shapes; step writes into these arrays
        lr:           the learning rate, a float
        beta1:        how much of the first moment is kept, a float from 0 to below 1
        beta2:        how much of the second moment is kept, likewise
        eps:          a float above 0, added to the root of the corrected second moment
        weight_decay: the strength of the decay, a float of at least 0
        """
        # Your code here
        pass

    def step(self, grads):
        """Update every parameter in place.

        grads:   list of arrays of floats, the gradient of each parameter, in the order of params
        returns: nothing
        """
        # Your code here
        pass
