"""Your rate jumps when the warm-up ends. The cosine has its own way to go: where is it when its first
step comes, and how long is it?"""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    progress = step / total_steps
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
