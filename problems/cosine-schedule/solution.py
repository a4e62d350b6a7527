"""A learning-rate schedule: linear warm-up, then half a cosine (Loshchilov and Hutter, 2017)."""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    """Return the learning rate of a step, counted from 0."""
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    # Asked before the division: with warmup_steps equal to total_steps, nothing lies in between.
    if step >= total_steps:
        return min_lr
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
