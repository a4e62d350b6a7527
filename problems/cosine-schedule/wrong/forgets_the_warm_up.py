"""Your first steps already have nearly the highest rate. Before the cosine begins, the rate is to rise
from 0."""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step >= total_steps:
        return min_lr
    progress = max(step - warmup_steps, 0) / max(total_steps - warmup_steps, 1)
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
