import nothing_like_it


def double(x):
    return 2 * x
