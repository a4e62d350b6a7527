import numpy as np


def temperature_softmax(logits, temperature):
    """Return the softmax of the logits divided by the temperature.

    logits:      array of floats, shape (..., V)
    temperature: a float; 0 stands for the limit, a 1 at the first largest logit of each row
    returns:     array of floats, the shape of logits
    raises:      ValueError if temperature is negative
    """
    # Your code here
    pass
