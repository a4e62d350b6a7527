"""Your function counts its calls instead of using the step that it is given. Who resumes training at step
1000, or asks for one rate twice, gets those of other steps."""

import math

calls = []


def cosine_schedule(step, max_lr, warmup_steps, total_steps, min_lr=0.0):
    step = len(calls)
    calls.append(step)
    if step < warmup_steps:
        return max_lr * step / warmup_steps
    if step >= total_steps:
        return min_lr
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return min_lr + (max_lr - min_lr) * (1 + math.cos(math.pi * progress)) / 2
