import numpy as np


def mini_batches(x, y, batch_size, rng):
    """Return the batches of one epoch, each example in one of them.

    x:          array of shape (n, ...), one example at each place of the first axis
    y:          array of shape (n, ...), the label of each example
    batch_size: how many examples a batch holds, an int of at least 1; the last may hold fewer
    rng:        a numpy.random.Generator, asked once, by rng.permutation(n)
    returns:    list of tuples (x_batch, y_batch) of new arrays
    raises:     ValueError if x and y differ in length
    """
    # Your code here
    pass
