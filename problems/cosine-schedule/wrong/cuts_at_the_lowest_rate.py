"""Your curve runs towards 0 and is cut off at the lowest rate. It should bend so that it arrives there
just at the end."""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return max(min_lr, max_lr * (1 + math.cos(math.pi * progress)) / 2)
