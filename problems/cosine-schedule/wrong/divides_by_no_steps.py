"""Your schedule fails where the warm-up takes all of the steps, or where there is none. How many steps
do you divide by then?"""

import math


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    if step <= warmup_steps:
        return max_lr * step / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    if step >= total_steps:
        return min_lr
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
