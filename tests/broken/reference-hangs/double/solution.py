import time


def double(x):
    while x < 0:
        time.sleep(0.1)
    return 2 * x
