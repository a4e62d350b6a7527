import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    """Return the learning rate of one step of training.

    step:         the number of the step, an int, counted from 0
    max_lr:       the highest rate, a float
    warmup_steps: how many steps the rate rises from 0, an int, from 0 up to total_steps
    total_steps:  the step from which on the rate is min_lr, an int, at least 1
    min_lr:       the rate at the end, a float from 0 up to max_lr
    returns:      the learning rate, a float
    """
    # Your code here
    pass
