"""Your schedule ends late. The steps of the warm-up are part of the total, not in addition to it."""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps + warmup_steps:
        return min_lr
    progress = (step - warmup_steps) / total_steps
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
